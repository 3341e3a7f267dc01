'use client'

import { Button, SelectInput, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { periodOf } from '@/domain/commerce/tax/report'

import { wordsIn } from './words'

const WORDS = {
  en: {
    body: 'Invoices by country, rate and currency, with credit notes taken off.',
    download: 'Download as CSV',
    heading: 'Tax of a period',
    period: 'Period',
    quarter: (quarter: number, year: number) => `Q${quarter} ${year}`,
  },
  he: {
    body: 'חשבוניות לפי מדינה, שיעור ומטבע, בניכוי הודעות זיכוי.',
    download: 'הורדה כ־CSV',
    heading: 'מס לתקופה',
    period: 'תקופה',
    quarter: (quarter: number, year: number) => `רבעון ${quarter}, ${year}`,
  },
  ru: {
    body: 'Счета по странам, ставкам и валютам за вычетом кредит-нот.',
    download: 'Скачать CSV',
    heading: 'Налог за период',
    period: 'Период',
    quarter: (quarter: number, year: number) => `${quarter}-й квартал ${year}`,
  },
}

/** Months and quarters that are offered, the newest first. */
const MONTHS = 18

const pad = (month: number) => String(month).padStart(2, '0')

const periodsUpTo = (now: Date, language: string) => {
  const words = wordsIn(language, WORDS)
  const name = new Intl.DateTimeFormat(language, {
    month: 'long',
    timeZone: 'UTC',
    year: 'numeric',
  })

  return Array.from({ length: MONTHS }, (_, back) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + 1]
    const quarter = Math.ceil(month / 3)
    const opensQuarter = back === 0 || month % 3 === 0

    return [
      ...(opensQuarter
        ? [{ label: words.quarter(quarter, year), value: `${year}-Q${quarter}` }]
        : []),
      { label: name.format(first), value: `${year}-${pad(month)}` },
    ]
  }).flat()
}

/** Above the invoices: the tax of a month or a quarter as a file, for whoever declares it. */
export const TaxReport = () => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, WORDS)
  const [periods] = useState(() => periodsUpTo(new Date(), i18n.language))
  const [period, setPeriod] = useState(periods[0]?.value ?? '')

  return (
    <section aria-label={words.heading} className="lectern-tax-report">
      <h2>{words.heading}</h2>
      <p>{words.body}</p>
      <div>
        <SelectInput
          isClearable={false}
          label={words.period}
          name="taxPeriod"
          onChange={(chosen) =>
            setPeriod(chosen && !Array.isArray(chosen) ? String(chosen.value) : period)
          }
          options={periods}
          path="taxPeriod"
          value={period}
        />
        <Button
          buttonStyle="secondary"
          disabled={!periodOf(period)}
          el="anchor"
          margin={false}
          url={`/api/tax/report.csv?period=${period}`}
        >
          {words.download}
        </Button>
      </div>
    </section>
  )
}
