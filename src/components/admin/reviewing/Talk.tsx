'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { ToReview } from '@/domain/learning/assignments/review'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import type { ReviewWords } from './words'

import { Recorder } from './Recorder'

/** A word that was spoken or filmed, played where it stands. */
const Spoken = ({ file: { filename, mimeType, url } }: { file: WorkFile }) =>
  mimeType.startsWith('audio/') ? (
    <audio aria-label={filename} controls preload="metadata" src={url} />
  ) : (
    <video aria-label={filename} controls playsInline preload="metadata" src={url} />
  )

/** The talk with a learner about a submission, a box to go on with it, and what was decided before. */
export const Talk = ({
  isBusy,
  language,
  onRecord,
  onSend,
  onWrite,
  review: { decisions, feedback },
  share,
  text,
  words,
}: {
  isBusy: boolean
  language: string
  onRecord: (file: Blob) => Promise<boolean>
  onSend: () => void
  onWrite: (text: string) => void
  review: ToReview
  /** How far a recording is on its way, from 0 to 1; null where none is. */
  share: null | number
  text: string
  words: ReviewWords
}) => {
  const field = useId()
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <>
      <h4>{words.replies}</h4>
      <ul className="lectern-talk">
        {feedback.thread.map(({ id, name, at, file, text: said }) => (
          <li key={id}>
            <strong dir="auto">{name}</strong> · {time.format(new Date(at))}
            {said && <p dir="auto">{said}</p>}
            {file && <Spoken file={file} />}
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
      <Recorder isBusy={isBusy} onSend={onRecord} share={share} words={words} />
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
