import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'

import { ValidationError } from 'payload'

import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { announce } from '@hooks/events/announce'

type Review = {
  hiddenReason?: null | string
  id: string
  reply?: null | string
  status?: string
  tenant: string | { id: string }
}

const REASON_MISSING = {
  en: 'Say why the review is hidden.',
  he: 'יש לכתוב למה הביקורת מוסתרת.',
  ru: 'Напишите, почему отзыв скрыт.',
}

const isDifferent = (now: Review, before: Partial<Review>): boolean =>
  now.status !== before.status ||
  (now.reply ?? '') !== (before.reply ?? '') ||
  (now.hiddenReason ?? '') !== (before.hiddenReason ?? '')

/** Notes who answered a review or hid it, and when; 400 where one is hidden without a reason. */
export const stampModeration: CollectionBeforeChangeHook<Review> = ({ data, originalDoc, req }) => {
  const now = { ...originalDoc, ...data } as Review
  if (now.status === 'hidden' && !now.hiddenReason?.trim()) {
    const language = req.i18n?.language
    const message = REASON_MISSING[isLocale(language) ? language : 'en']
    throw new ValidationError({
      collection: 'reviews',
      errors: [{ message, path: 'hiddenReason' }],
    })
  }
  if (originalDoc && isDifferent(now, originalDoc)) {
    const isAnswered = (now.reply ?? '') !== (originalDoc.reply ?? '')
    Object.assign(data, {
      ...(isAnswered && { repliedAt: now.reply?.trim() ? new Date().toISOString() : null }),
      ...(now.status === 'published' && { hiddenReason: null }),
      moderatedBy: req.user?.id,
    })
  }

  return data
}

/** Writes down who answered, hid or showed a review: the journal's `review.moderated`. */
export const announceModeration: CollectionAfterChangeHook<Review> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && isDifferent(doc, previousDoc)) {
    await announce({
      data: { review: doc.id, status: doc.status ?? '' },
      fact: 'review.moderated',
      req,
      tenant: idOf(doc.tenant),
    })
  }
}
