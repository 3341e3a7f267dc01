import type { ReactNode } from 'react'

import { useId } from 'react'

/** A part of the start page with its head, a link to all of it, and words for when there is nothing. */
export const Panel = ({
  all,
  children,
  empty,
  title,
}: {
  all?: { href: string; label: string }
  children: ReactNode
  empty?: null | string
  title: string
}) => {
  const id = useId()

  return (
    <section aria-labelledby={id} className="lectern-start__panel">
      <div className="lectern-start__panel-head">
        <h2 id={id}>{title}</h2>
        {all && <a href={all.href}>{all.label}</a>}
      </div>
      {empty ? <p className="lectern-start__empty">{empty}</p> : children}
    </section>
  )
}
