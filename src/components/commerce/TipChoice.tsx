'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { formatMoney } from '@/components/ui/formatMoney'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { amountFault, tipsFor } from '@/domain/commerce/wishes'

import { AmountForm } from './AmountForm'

const ANY = { least: 0, most: null }

/** A tip to add: a part of what is bought, another sum, or none. Amounts in minor units. */
export const TipChoice = ({
  base,
  currency,
  fault,
  onName,
  tip,
}: {
  /** What is bought costs. */
  base: number
  currency: string
  fault: null | string
  onName: (tip: number) => Promise<void>
  tip: number
}) => {
  const t = useTranslations('checkout')
  const locale = useLocale()
  const offered = tipsFor(base, currency)
  const [isOther, setOther] = useState(tip > 0 && !offered.includes(tip))
  const choose = (next: number) => {
    setOther(false)
    void onName(next)
  }

  return (
    <Stack gap={3}>
      <div>
        <Text id="tip" strong>
          {t('addTip')}
        </Text>
        <Text size="small" tone="muted">
          {t('tipLead')}
        </Text>
      </div>
      <div aria-labelledby="tip" className="flex flex-wrap gap-2" role="group">
        {[0, ...offered].map((one) => (
          <Button
            aria-pressed={!isOther && tip === one}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
            key={one}
            onClick={() => choose(one)}
            size="small"
            variant="secondary"
          >
            {one === 0 ? t('noTip') : formatMoney({ amount: one, currency, locale, whole: true })}
          </Button>
        ))}
        <Button
          aria-pressed={isOther}
          className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
          onClick={() => setOther(true)}
          size="small"
          variant="secondary"
        >
          {t('otherTip')}
        </Button>
      </div>
      {isOther && (
        <AmountForm
          amount={tip}
          check={(amount) => amountFault(ANY, amount)}
          currency={currency}
          fault={fault}
          label={t('tipAmount')}
          onName={onName}
        />
      )}
    </Stack>
  )
}
