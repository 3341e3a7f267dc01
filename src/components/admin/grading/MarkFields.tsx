'use client'

import { useId } from 'react'

import type { AnswerToRead } from '@/operations/learning/attemptToGrade'

import type { GRADING_WORDS } from './words'

/** What a grader has typed about one answer. */
export type Typed = { comment: string; points: string }

/** What a grader has typed about an attempt, by question. */
export type TypedMarks = Readonly<Record<string, Typed>>

/** The points that were typed; null where they are none, or more than the answer is worth. */
export const pointsOf = ({ points }: Typed, most: number): null | number => {
  const given = Number(points)

  return points.trim() !== '' && given >= 0 && given <= most ? Math.round(given * 100) / 100 : null
}

/** An answer beneath what was asked, with a box for its points and one for a comment. */
export const MarkFields = ({
  answer: { answer, guide, points, prompt },

  onType,
  typed,
  words,
}: {
  answer: AnswerToRead

  onType: (typed: Typed) => void
  typed: Typed
  words: (typeof GRADING_WORDS)['en']
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
