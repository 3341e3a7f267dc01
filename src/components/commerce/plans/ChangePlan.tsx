'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import type { OwnPlan } from '@/operations/commerce/ownPlans'
import type { ShownChange } from '@/operations/commerce/shownChanges'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { formatMoney } from '@/components/ui/formatMoney'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Skeleton } from '@/components/ui/Skeleton'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { completePath } from '@/domain/commerce/paths'

import { TaxNote } from '../TaxNote'
import { usePriceText } from '../usePriceText'

/** The other plans for the same courses, what each costs now, and the change to one of them. */
export const ChangePlan = ({ onClose, plan: { id } }: { onClose: () => void; plan: OwnPlan }) => {
  const t = useTranslations('account.plans')
  const locale = useLocale()
  const errorText = useErrorText()
  const { recurring } = usePriceText()
  const [changes, setChanges] = useState<null | ShownChange[]>(null)
  const [fault, setFault] = useState<null | string>(null)
  const [chosen, setChosen] = useState<null | string>(null)

  const [looks, setLooks] = useState(0)
  useEffect(() => {
    let isGone = false
    void callApi<{ changes: ShownChange[] }>(`/api/subscriptions/${id}/changes`).then((answer) => {
      if (isGone) {
        return
      }
      setChanges(answer.ok ? answer.data.changes : [])
      setFault((before) => (answer.ok ? before : answer.code))
    })

    return () => {
      isGone = true
    }
  }, [id, looks])

  const change = async ({ due, offer }: ShownChange) => {
    setChosen(offer)
    const answer = await callApi<{ order: string }>(`/api/subscriptions/${id}/change`, {
      body: { expects: due, offer },
    })
    if (answer.ok) {
      globalThis.location.assign(completePath(answer.data.order))

      return
    }
    setChosen(null)
    setFault(answer.code)
    setLooks((count) => count + 1)
  }

  return (
    <Stack className="w-full max-w-md" gap={4}>
      <Heading level={3} size="small">
        {t('change')}
      </Heading>
      {fault && <Alert tone="danger">{errorText(fault)}</Alert>}
      {changes === null && <Skeleton className="h-24" />}
      {changes?.length === 0 && <Text>{t('noChanges')}</Text>}
      <ul className="divide-y divide-line border-y border-line">
        {changes?.map((one) => (
          <li className="flex flex-col gap-2 py-4" key={one.offer}>
            <Text strong>
              <bdi>{one.title}</bdi>
            </Text>
            <Text tone="muted">{recurring(one.terms)}</Text>
            <Text size="small">
              {t('dueNow')} <Money amount={one.due} currency={one.currency} />
              {' · '}
              {t('credited')} <Money amount={one.credit} currency={one.currency} />
            </Text>
            {one.taxation && (
              <TaxNote
                currency={one.currency}
                hasTax={one.tax > 0}
                taxation={{ ...one.taxation, isIncluded: true, needs: null }}
              />
            )}
            <Button
              className="mt-2 self-start"
              disabled={chosen !== null && chosen !== one.offer}
              loading={chosen === one.offer}
              onClick={() => void change(one)}
              variant="secondary"
            >
              {one.due > 0
                ? t('changeFor', {
                    amount: formatMoney({ amount: one.due, currency: one.currency, locale }),
                  })
                : t('changeNow')}
            </Button>
          </li>
        ))}
      </ul>
      <Button className="-ms-6 self-start" onClick={onClose} variant="quiet">
        {t('back')}
      </Button>
    </Stack>
  )
}
