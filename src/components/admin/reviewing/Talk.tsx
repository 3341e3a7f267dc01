'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { ToReview } from '@/domain/learning/assignments/review'

import type { ReviewWords } from './words'

/** The talk with a learner about a submission, a box to go on with it, and what was decided before. */
export const Talk = ({
  isBusy,
  language,
  onSend,
  onWrite,
  review: { decisions, feedback },
  text,
  words,
}: {
  isBusy: boolean
  language: string
  onSend: () => void
  onWrite: (text: string) => void
  review: ToReview
  text: string
  words: ReviewWords
}) => {
  const field = useId()
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <>
      <h4>{words.replies}</h4>
      <ul className="lectern-talk">
        {feedback.thread.map(({ id, name, at, text: said }) => (
          <li key={id}>
            <strong dir="auto">{name}</strong> · {time.format(new Date(at))}
            <p dir="auto">{said}</p>
          </li>
        ))}
      </ul>
      <div className="field-type textarea">
        <label className="field-label" htmlFor={field}>
          {words.reply}
        </label>
        <textarea
          dir="auto"
          id={field}
          maxLength={5000}
          onChange={({ target }) => onWrite(target.value)}
          rows={2}
          value={text}
        />
        <Button
          buttonStyle="secondary"
          disabled={isBusy || text.trim() === ''}
          margin={false}
          onClick={onSend}
          size="medium"
        >
          {words.answer}
        </Button>
      </div>
      {decisions.length > 0 && (
        <details>
          <summary>{words.decisions}</summary>
          <ol>
            {decisions.map(({ name, at, score, state }, place) => (
              <li key={place}>
                {time.format(new Date(at))} · <bdi>{name}</bdi> · {words.state[state]}
                {score !== null && ` · ${score}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
