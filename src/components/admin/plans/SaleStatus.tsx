'use client'

import type { Plan } from '@payload-types'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { wordsIn } from '../words'

const WORDS = {
  en: {
    done: 'Schools pay what stands here.',
    failed:
      'Stripe did not take the last change. It is tried again every hour, and at once when you save.',
    price: 'Price',
    product: 'Product',
    since: (moment: string) => `Up to date since ${moment}`,
    title: 'At Stripe',
    unsaved: 'Save the plan, and Stripe is told of it.',
    waiting: 'Stripe is being told…',
  },
  he: {
    done: 'בתי הספר משלמים את מה שכתוב כאן.',
    failed: 'Stripe לא קיבלה את השינוי האחרון. ננסה שוב בכל שעה, ומיד עם השמירה.',
    price: 'מחיר',
    product: 'מוצר',
    since: (moment: string) => `מעודכן מאז ${moment}`,
    title: 'ב־Stripe',
    unsaved: 'אחרי השמירה המסלול יעודכן ב־Stripe.',
    waiting: 'העדכון נשלח ל־Stripe…',
  },
  ru: {
    done: 'Школы платят то, что указано здесь.',
    failed:
      'Stripe не принял последнее изменение. Попытка повторяется каждый час и сразу при сохранении.',
    price: 'Цена',
    product: 'Продукт',
    since: (moment: string) => `Актуально с ${moment}`,
    title: 'В Stripe',
    unsaved: 'Сохраните тариф, и он появится в Stripe.',
    waiting: 'Отправляется в Stripe…',
  },
}

type Saved = Pick<Plan, 'sale' | 'updatedAt'>

const isWaiting = ({ sale, updatedAt }: Saved): boolean =>
  !sale?.error && (!sale?.syncedAt || sale.syncedAt < updatedAt)

/** Between two looks at a plan that is on its way, and how many there are. */
const LOOK_MS = 2_000
const LOOKS = 15

/** A plan as it was saved last, looked at again while its provider is being told. */
const useSaved = (): null | Saved => {
  const { id, savedDocumentData } = useDocumentInfo()
  const savedAt = String(savedDocumentData?.updatedAt ?? '')
  const [saved, setSaved] = useState<null | Saved>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isCurrent = true
    const look = async (left: number): Promise<void> => {
      const answer = await fetch(`/api/plans/${id}?depth=0`).catch(() => null)
      const found = answer?.ok ? ((await answer.json()) as Saved) : null
      if (!isCurrent) {
        return
      }
      if (found) {
        setSaved(found)
      }
      if (left > 0 && (!found || isWaiting(found))) {
        timer = setTimeout(() => void look(left - 1), LOOK_MS)
      }
    }
    if (id) {
      void look(LOOKS)
    }

    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [id, savedAt])

  return saved
}

/** Whether the platform's Stripe account sells the plan as it is, since when, under which ids, and what it refused. */
export const SaleStatus = () => {
  const saved = useSaved()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const { error, price, product, syncedAt } = saved?.sale ?? {}

  return (
    <section aria-label={words.title} className="lectern-sale">
      <h4>{words.title}</h4>
      <div aria-live="polite">
        {!saved && <p>{words.unsaved}</p>}
        {saved && error && (
          <>
            <p className="lectern-sale__failed">{words.failed}</p>
            <p dir="ltr">{error}</p>
          </>
        )}
        {saved && !error && isWaiting(saved) && <p>{words.waiting}</p>}
        {saved && !error && !isWaiting(saved) && syncedAt && (
          <p>
            {words.since(
              new Intl.DateTimeFormat(i18n.language, {
                dateStyle: 'medium',
                timeStyle: 'short',
              }).format(new Date(syncedAt)),
            )}
            . {words.done}
          </p>
        )}
      </div>
      {product && (
        <dl>
          <dt>{words.product}</dt>
          <dd dir="ltr">{product}</dd>
          <dt>{words.price}</dt>
          <dd dir="ltr">{price}</dd>
        </dl>
      )}
    </section>
  )
}
