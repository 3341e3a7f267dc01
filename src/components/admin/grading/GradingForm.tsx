'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { Waiting } from '@/operations/learning/gradingQueue'
import type { AnswerToRead, AttemptToGrade } from '@/operations/learning/attemptToGrade'

import type { GivenMarks } from './api'
import type { GRADING_WORDS } from './words'

type Words = (typeof GRADING_WORDS)['en']
type Typed = { comment: string; points: string }

/** What a grader has typed about an attempt, by question. */
export type TypedMarks = Readonly<Record<string, Typed>>

const BLANK: Typed = { comment: '', points: '' }

/** The points that were typed; null where they are none, or more than the answer is worth. */
const pointsOf = ({ points }: Typed, most: number): null | number => {
  const given = Number(points)

  return points.trim() !== '' && given >= 0 && given <= most ? Math.round(given * 100) / 100 : null
}

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
        <Answer
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

const Answer = ({
  answer: { answer, guide, points, prompt },
  onType,
  typed,
  words,
}: {
  answer: AnswerToRead
  onType: (typed: Typed) => void
  typed: Typed
  words: Words
}) => {
  const field = useId()

  return (
    <fieldset className="lectern-answer">
      <legend dir="auto">{prompt}</legend>
      {guide && (
        <details>
          <summary>{words.guide}</summary>
          <p dir="auto">{guide}</p>
        </details>
      )}
      <blockquote aria-label={words.answer} dir="auto">
        {answer}
      </blockquote>
      <div className="field-type number">
        <label className="field-label" htmlFor={`${field}-points`}>
          {words.outOf(points)}
        </label>
        <input
          id={`${field}-points`}
          max={points}
          min={0}
          onChange={({ target }) => onType({ ...typed, points: target.value })}
          required
          step="any"
          type="number"
          value={typed.points}
        />
      </div>
      <div className="field-type textarea">
        <label className="field-label" htmlFor={`${field}-comment`}>
          {words.comment}
        </label>
        <textarea
          dir="auto"
          id={`${field}-comment`}
          maxLength={5000}
          onChange={({ target }) => onType({ ...typed, comment: target.value })}
          rows={4}
          value={typed.comment}
        />
      </div>
    </fieldset>
  )
}
