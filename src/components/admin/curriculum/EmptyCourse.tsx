'use client'

import { useBuilder } from './context'

/** What to do first in a course that has nothing yet; the tools stand above it. */
export const EmptyCourse = () => {
  const { words } = useBuilder()

  return (
    <div className="lectern-build__empty">
      <h3>{words.emptyTitle}</h3>
      <p>{words.emptyBody}</p>
    </div>
  )
}
