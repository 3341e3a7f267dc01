'use client'

import { useRowLabel } from '@payloadcms/ui'

import { useAnswer } from './bank/useAnswer'

type Step = { course?: null | string | { id: string } }

/** The head of a step of a path: its place, and its course. */
export const StepLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<Step>()
  const { course } = data
  const id = typeof course === 'object' ? course?.id : course
  const found = useAnswer<{ title?: string }>(
    id ? `/courses/${id}?depth=0&draft=true&select[title]=true&joins=false` : null,
  )

  return (
    <span className="lectern-question">
      <span>{rowNumber + 1}.</span>
      {found?.title && <strong dir="auto">{found.title}</strong>}
    </span>
  )
}
