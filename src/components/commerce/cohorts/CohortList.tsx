'use client'

import { CalendarX } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'

import type { CohortOnSale } from '@/operations/commerce/cohortsOnSale'

import { DateTime } from '@/components/ui/DateTime'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { readerZone } from '@/components/ui/reader'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'

import { canChoose, hasPlace } from './useCohorts'

/** When each cohort starts and ends, and how many places it has left: one to choose. */
export const CohortList = ({
  name,
  canWait = false,
  cohorts,
  disabled = false,
  legend,
  onChoose,
  value,
}: {
  /** Whether a full one can be chosen too, to wait for a place in it. */
  canWait?: boolean
  /** Null until they are known. */
  cohorts: null | readonly CohortOnSale[]
  disabled?: boolean
  legend: string
  name: string
  onChoose: (cohort: string) => void
  value: null | string
}) => {
  const t = useTranslations('course')
  const datesText = useDatesText()
  if (!cohorts) {
    return (
      <div aria-busy className="flex flex-col gap-3">
        <Skeleton className="h-5 w-1/2" />
        <Skeleton className="h-20" />
      </div>
    )
  }
  if (cohorts.length === 0) {
    return (
      <Text className="flex items-start gap-2" role="status" tone="muted">
        <CalendarX aria-hidden className="mt-0.5 size-5 shrink-0" strokeWidth={1.5} />
        {t('cohortNone')}
      </Text>
    )
  }

  return (
    <RadioGroup
      name={name}
      disabled={disabled}
      legend={legend}
      onValueChange={onChoose}
      options={cohorts.map((cohort) => ({
        disabled: !(canWait ? canChoose(cohort) : hasPlace(cohort)),
        hint: (
          <>
            <span className="block">{datesText(cohort)}</span>
            <Places cohort={cohort} />
          </>
        ),
        label: <bdi>{cohort.name}</bdi>,
        value: cohort.id,
      }))}
      value={value ?? ''}
      variant="cards"
    />
  )
}

/** Few enough to be said as a number that presses. */
const FEW = 5

const Places = ({ cohort: { isMine, left, queued, waiting } }: { cohort: CohortOnSale }) => {
  const t = useTranslations('course')
  if (queued?.until) {
    return (
      <span className="block text-success">
        {t('waitlistOffered')} <DateTime show="dateTime" value={queued.until} />
      </span>
    )
  }
  if (isMine) {
    return <span className="block text-success">{t('cohortMine')}</span>
  }
  if (left === null) {
    return null
  }

  return (
    <span className={left > 0 && left <= FEW ? 'block text-text' : 'block'}>
      {left === 0 ? t('cohortFull') : t('cohortLeft', { count: left })}
      {waiting > 0 && ` · ${t('waitlistCount', { count: waiting })}`}
    </span>
  )
}

const useDatesText = () => {
  const t = useTranslations('course')
  const format = useFormatter()

  return ({ endsAt, startsAt }: Pick<CohortOnSale, 'endsAt' | 'startsAt'>): string => {
    const day = (moment: string) =>
      format.dateTime(new Date(moment), { dateStyle: 'medium', timeZone: readerZone() })
    const from = day(startsAt)

    return endsAt ? t('cohortDates', { from, until: day(endsAt) }) : t('cohortFrom', { from })
  }
}
