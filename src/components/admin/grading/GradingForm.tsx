'use client'

import { Button } from '@payloadcms/ui'

import type { Waiting } from '@/operations/learning/gradingQueue'
import type { AttemptToGrade } from '@/operations/learning/attemptToGrade'

import type { GivenMarks } from './api'
import type { GRADING_WORDS } from './words'

import { MarkFields, pointsOf, type Typed, type TypedMarks } from './MarkFields'

type Words = (typeof GRADING_WORDS)['en']
const BLANK: Typed = { comment: '', points: '' }

/** Every answer of an attempt that waits, beneath what was asked, with a box for its points and one for a comment. */
export const GradingForm = ({
  attempt: { answers, maxScore, passMark, score },
  isBusy,
  onLeave,
  onSave,
  onType,
  row: { course, learner, lesson },
  typed,
  words,
}: {
  attempt: AttemptToGrade
  isBusy: boolean
  onLeave: () => void
  onSave: (marks: GivenMarks) => void
  onType: (typed: TypedMarks) => void
  row: Waiting
  typed: TypedMarks
  words: Words
}) => {
  const marks = answers.flatMap(({ points, question }) => {
    const one = typed[question] ?? BLANK
    const given = pointsOf(one, points)

    return given === null ? [] : [[question, { comment: one.comment, points: given }] as const]
  })

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(Object.fromEntries(marks))
      }}
    >
      <p>
        <strong dir="auto">{learner}</strong> · <bdi>{lesson}</bdi> · <bdi>{course.title}</bdi>
        <br />
        {words.soFar(score, maxScore)} {words.passes(passMark)}
      </p>
      {answers.map((answer) => (
        <MarkFields
          answer={answer}
          key={answer.question}
          onType={(one) => onType({ ...typed, [answer.question]: one })}
          typed={typed[answer.question] ?? BLANK}
          words={words}
        />
      ))}
      <div className="lectern-grading-foot">
        <Button disabled={isBusy || marks.length < answers.length} margin={false} type="submit">
          {words.next}
        </Button>
        <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={onLeave}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}
