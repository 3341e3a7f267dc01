'use client'

import type { ToReview } from '@/domain/learning/assignments/review'

import type { Typed } from './typed'
import type { ReviewWords } from './words'

import { ReviewForm } from './ReviewForm'
import { Talk } from './Talk'
import { WorkFile } from './WorkFile'

type ReviewProps = {
  isBusy: boolean
  isTaken: boolean
  language: string
  onDecide: (action: 'grade' | 'return') => void
  onMine: () => void
  onRecord: (file: Blob) => Promise<boolean>
  onSend: () => void
  onTheirs: () => void
  onType: (typed: Typed) => void
  onWrite: (text: string) => void
  reply: string
  review: ToReview
  share: null | number
  typed: Typed
  words: ReviewWords
}

/** Somebody's work on one side, and what is said of it on the other. */
export const Review = ({
  language,
  onRecord,
  onSend,
  onWrite,
  reply,
  share,
  ...form
}: ReviewProps) => {
  const { isBusy, onType, review, typed, words } = form
  const { lesson, submission } = review
  const { files, lateDays, learner, number, state, submittedAt, text } = submission
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <div className="lectern-review">
      <div className="lectern-review-work">
        <p>
          <strong dir="auto">{learner}</strong> · <bdi>{lesson}</bdi> · {words.submission(number)} ·{' '}
          {words.state[state]}
          <br />
          {time.format(new Date(submittedAt))}
          {lateDays > 0 && ` · ${words.late(lateDays)}`}
        </p>
        {text ? (
          <blockquote aria-label={words.text} dir="auto">
            {text}
          </blockquote>
        ) : (
          <p>{words.noText}</p>
        )}
        {files.map((file) => (
          <WorkFile
            file={file}
            key={file.id}
            onPlace={(place) =>
              onType({
                ...typed,
                remarks: [...typed.remarks, { ...place, id: crypto.randomUUID(), text: '' }],
              })
            }
            remarks={typed.remarks}
            words={words}
          />
        ))}
      </div>
      <div className="lectern-review-side">
        <ReviewForm {...form} />
        <Talk
          isBusy={isBusy}
          language={language}
          onRecord={onRecord}
          onSend={onSend}
          onWrite={onWrite}
          review={review}
          share={share}
          text={reply}
          words={words}
        />
      </div>
    </div>
  )
}
