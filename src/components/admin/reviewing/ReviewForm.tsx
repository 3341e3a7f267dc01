'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { ToReview } from '@/domain/learning/assignments/review'

import { rubricPoints } from '@/domain/learning/assignments/reviews'

import type { Typed } from './typed'
import type { ReviewWords } from './words'

import { givenOf } from './typed'

type FormProps = {
  isBusy: boolean
  isTaken: boolean
  onDecide: (action: 'grade' | 'return') => void
  onMine: () => void
  onTheirs: () => void
  onType: (typed: Typed) => void
  review: ToReview
  typed: Typed
  words: ReviewWords
}

/** What a grader gives: levels of the rubric, points, words; and where it goes then. */
export const ReviewForm = ({
  isBusy,
  isTaken,
  onDecide,
  onMine,
  onTheirs,
  onType,
  review: { assignment, mayReturn, submission },
  typed,
  words,
}: FormProps) => {
  const field = useId()
  const { late, lateDeduction, passMark, points, rubric } = assignment
  const computed = rubricPoints(assignment, typed.levels)
  const given = givenOf(typed, points)
  const isGradable =
    given !== null && (given.points ?? computed) !== null && submission.state !== 'replaced'

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDecide('grade')
      }}
    >
      {isTaken && (
        <div className="lectern-review-taken" role="alert">
          <p>{words.taken}</p>
          <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={onTheirs}>
            {words.takenTheirs}
          </Button>
          <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={onMine}>
            {words.takenMine}
          </Button>
        </div>
      )}
      {rubric.map(({ id, description, levels, title }) => (
        <fieldset className="lectern-answer" key={id}>
          <legend dir="auto">{title}</legend>
          {description && <p dir="auto">{description}</p>}
          {levels.map((level) => (
            <label className="lectern-level" key={level.id}>
              <input
                checked={typed.levels[id] === level.id}
                name={`${field}-${id}`}
                onChange={() => onType({ ...typed, levels: { ...typed.levels, [id]: level.id } })}
                type="radio"
              />
              <bdi>{level.title}</bdi> ({level.points})
            </label>
          ))}
        </fieldset>
      ))}
      <div className="field-type number">
        <label className="field-label" htmlFor={`${field}-points`}>
          {words.outOf(points)}
        </label>
        <input
          aria-describedby={`${field}-about`}
          id={`${field}-points`}
          max={points}
          min={0}
          onChange={({ target }) => onType({ ...typed, points: target.value })}
          placeholder={computed === null ? undefined : String(computed)}
          step="any"
          type="number"
          value={typed.points}
        />
        <p id={`${field}-about`}>
          {computed !== null && `${words.computed(computed)} `}
          {words.passes(passMark)}{' '}
          {late === 'deducted' &&
            submission.lateDays > 0 &&
            words.lateCosts(lateDeduction, submission.lateDays)}
        </p>
      </div>
      {typed.remarks.map((remark, at) => (
        <div className="field-type textarea" key={remark.id}>
          <label className="field-label" htmlFor={`${field}-${remark.id}`}>
            {words.remark(at + 1, remark.page)}
          </label>
          <textarea
            dir="auto"
            id={`${field}-${remark.id}`}
            maxLength={2000}
            onChange={({ target }) =>
              onType({
                ...typed,
                remarks: typed.remarks.map((one) =>
                  one.id === remark.id ? { ...one, text: target.value } : one,
                ),
              })
            }
            ref={(box) => {
              if (remark.text === '') {
                box?.focus()
              }
            }}
            rows={2}
            value={remark.text}
          />
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() =>
              onType({ ...typed, remarks: typed.remarks.filter(({ id }) => id !== remark.id) })
            }
            size="small"
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <div className="field-type textarea">
        <label className="field-label" htmlFor={`${field}-comment`}>
          {words.comment}
        </label>
        <textarea
          dir="auto"
          id={`${field}-comment`}
          maxLength={10_000}
          onChange={({ target }) => onType({ ...typed, comment: target.value })}
          rows={5}
          value={typed.comment}
        />
      </div>
      <p>{words.keys}</p>
      {mayReturn && (
        <div className="field-type text">
          <label className="field-label" htmlFor={`${field}-again`}>
            {words.again}
          </label>
          <input
            aria-describedby={`${field}-until`}
            id={`${field}-again`}
            min={new Date().toISOString().slice(0, 10)}
            onChange={({ target }) => onType({ ...typed, again: target.value })}
            type="date"
            value={typed.again}
          />
          <p id={`${field}-until`}>{words.againAbout}</p>
        </div>
      )}
      <div className="lectern-grading-foot">
        <Button disabled={isBusy || !isGradable} margin={false} type="submit">
          {words.grade}
        </Button>
        {mayReturn && (
          <Button
            buttonStyle="secondary"
            disabled={isBusy || given === null}
            margin={false}
            onClick={() => onDecide('return')}
          >
            {words.returnIt}
          </Button>
        )}
      </div>
    </form>
  )
}
