'use client'

import { useTranslations } from 'next-intl'

import type { CohortChoice } from '@/operations/commerce/cohortsOnSale'

import { Stack } from '@/components/ui/Stack'

import { CohortList } from './CohortList'

/** The cohorts of what is bought, one to choose for each course that is sold by them. */
export const CohortPicker = ({
  choices,
  isBusy,
  onChoose,
}: {
  choices: readonly CohortChoice[]
  isBusy: boolean
  onChoose: (course: string, cohort: string) => void
}) => {
  const t = useTranslations('checkout')

  return (
    <Stack gap={6}>
      {choices.map(({ chosen, course, options, title }) => (
        <CohortList
          name={`cohort-${course}`}
          cohorts={options}
          disabled={isBusy}
          key={course}
          legend={t('cohortOf', { course: title })}
          onChoose={(cohort) => onChoose(course, cohort)}
          value={chosen}
        />
      ))}
    </Stack>
  )
}
