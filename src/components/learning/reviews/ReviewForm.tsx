'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Field } from '@/components/ui/Field'
import { Heading } from '@/components/ui/Heading'
import { StarInput } from '@/components/ui/StarInput'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import { LONGEST_REVIEW } from '@/domain/learning/reviews'

import { callApi } from '../../shell/api'
import { useOwnReview } from './useOwnReview'

type Said = { text: string; tone: 'danger' | 'success' }

/**
 * Where a learner reviews a course, changes what they wrote or takes it back; what is to come for one
 * who has only begun. Nothing for everybody else.
 */
export const ReviewForm = ({ course }: { course: string }) => {
  const t = useTranslations('reviews')
  const [state, change] = useOwnReview(course)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<null | Said>(null)
  if (!state || state.percent === null) {
    return null
  }
  if (!state.mayReview && !state.review) {
    return (
      <Text size="small" tone="muted">
        {t('later', { percent: state.from })}
      </Text>
    )
  }
  const { review } = state
  const path = `/api/courses/${course}/reviews`
  const failure = (code: string): Said => ({
    text: t(code === 'tooMany' ? 'tooSoon' : code === 'offline' ? 'offline' : 'failed'),
    tone: 'danger',
  })
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [stars, text] = [Number(given.get('stars')), given.get('text')]
    const body = { stars, text: typeof text === 'string' ? text.trim() : '' }
    setBusy(true)
    const answer = await callApi<{ id: string }>(path, { body })
    setBusy(false)
    if (!answer.ok) {
      setSaid(failure(answer.code))

      return
    }
    setSaid({ text: t('saved'), tone: 'success' })
    change({
      ...state,
      review: {
        editedAt: null,
        hiddenReason: null,
        isHidden: false,
        ...review,
        id: answer.data.id,
        ...body,
      },
    })
  }
  const withdraw = async () => {
    setBusy(true)
    const answer = await callApi(path, { method: 'DELETE' })
    setBusy(false)
    setSaid(answer.ok ? { text: t('withdrawn'), tone: 'success' } : failure(answer.code))
    if (answer.ok) {
      change({ ...state, review: null })
    }
  }

  return (
    <Card>
      <form
        className="flex flex-col gap-4"
        key={review?.id ?? 'new'}
        onSubmit={(event) => void onSubmit(event)}
      >
        <Heading level={3}>{t(review ? 'yours' : 'write')}</Heading>
        {review?.isHidden && (
          <Alert tone="warning">
            {t('hidden')} <bdi>{review.hiddenReason}</bdi>
          </Alert>
        )}
        <StarInput
          defaultValue={review?.stars}
          label={(count) => t('stars', { count })}
          legend={t('yourRating')}
          name="stars"
        />
        <Field label={t('yourText')} optional>
          <Textarea
            defaultValue={review?.text}
            dir="auto"
            maxLength={LONGEST_REVIEW}
            name="text"
            rows={4}
          />
        </Field>
        {said && (
          <Alert isQuiet tone={said.tone}>
            {said.text}
          </Alert>
        )}
        <div className="flex flex-wrap gap-3">
          <Button loading={isBusy} type="submit">
            {t(review ? 'change' : 'send')}
          </Button>
          {review && (
            <Button disabled={isBusy} onClick={() => void withdraw()} variant="quiet">
              {t('withdraw')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}
