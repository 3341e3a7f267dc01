'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { Waiting } from '@/operations/learning/gradingQueue'
import type { MarkedAttempt } from '@/operations/learning/markedAttempt'

import type { GivenMarks } from './api'
import type { GRADING_WORDS } from './words'

import { MarkFields, pointsOf, type TypedMarks } from './MarkFields'

/** The marks of a graded attempt, to be changed with a reason, and what was changed before. */
export const MarkedForm = ({
  attempt: { answers, changes, maxScore, passMark, score },
  isBusy,
  language,
  onLeave,
  onSave,
  row: { course, learner, lesson },
  words,
}: {
  attempt: MarkedAttempt
  isBusy: boolean
  language: string
  onLeave: () => void
  onSave: (marks: GivenMarks, reason: string) => void
  row: Waiting
  words: (typeof GRADING_WORDS)['en']
}) => {
  const field = useId()
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState<TypedMarks>(() =>
    Object.fromEntries(
      answers.map(({ given, question }) => [
        question,
        { comment: given.comment ?? '', points: String(given.points) },
      ]),
    ),
  )
  const marks = answers.flatMap(({ points, question }) => {
    const one = typed[question]
    const given = one ? pointsOf(one, points) : null

    return one && given !== null
      ? [[question, { comment: one.comment, points: given }] as const]
      : []
  })
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(Object.fromEntries(marks), reason)
      }}
    >
      <p>
        <strong dir="auto">{learner}</strong> · <bdi>{lesson}</bdi> · <bdi>{course.title}</bdi>
        <br />
        {words.worth(score, maxScore)} {words.passes(passMark)}
      </p>
      {answers.map((answer) => (
        <MarkFields
          answer={answer}
          key={answer.question}
          onType={(one) => setTyped((all) => ({ ...all, [answer.question]: one }))}
          typed={typed[answer.question] ?? { comment: '', points: '' }}
          words={words}
        />
      ))}
      <div className="field-type textarea">
        <label className="field-label" htmlFor={`${field}-reason`}>
          {words.reason}
        </label>
        <textarea
          dir="auto"
          id={`${field}-reason`}
          maxLength={1000}
          onChange={({ target }) => setReason(target.value)}
          required
          rows={2}
          value={reason}
        />
      </div>
      {changes.length > 0 && (
        <details>
          <summary>{words.changes(changes.length)}</summary>
          <ul>
            {changes.map(({ after, at, before, by, reason: why }) => (
              <li key={at}>
                {time.format(new Date(at))}, <bdi>{by ?? '–'}</bdi>:{' '}
                {words.fromTo(before.score, after.score)} <span dir="auto">{why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="lectern-grading-foot">
        <Button
          disabled={isBusy || marks.length < answers.length || !reason.trim()}
          margin={false}
          type="submit"
        >
          {words.saveChange}
        </Button>
        <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={onLeave}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
