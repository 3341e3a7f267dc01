'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { DeskWords } from './deskWords'

import { Field } from './DeskField'

type Cohort = {
  course: null | { title?: null | string } | string
  id: string
  name: string
  startsAt: string
}

const MOST = 500

/** Cohorts of a course, or of all courses, that are not over: the next one to start first. */
const useCohorts = (course: string | undefined): Cohort[] => {
  const [cohorts, setCohorts] = useState<Cohort[]>([])
  useEffect(() => {
    let isCurrent = true
    const query = new URLSearchParams({
      depth: course === undefined ? '1' : '0',
      limit: String(MOST),
      sort: '-startsAt',
      'where[or][0][endsAt][exists]': 'false',
      'where[or][1][endsAt][greater_than]': new Date().toISOString(),
    })
    if (course !== undefined) {
      query.set('where[course][equals]', course)
    }
    void fetch(`/api/cohorts?${query.toString()}`)
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { docs: Cohort[] }).docs : []))
      .then((found) => isCurrent && setCohorts(found))
      .catch(() => undefined)

    return () => {
      isCurrent = false
    }
  }, [course])

  return cohorts
}

/** Which cohort people come into, or none; of one course, or of any, each then named with its course. */
export const CohortField = ({ course, words }: { course?: string; words: DeskWords }) => {
  const { i18n } = useTranslation()
  const cohorts = useCohorts(course)
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const titleOf = ({ course: of }: Cohort) => (of && typeof of === 'object' ? of.title : null)

  return (
    <Field label={words.cohort}>
      <select name="cohort">
        <option value="">{words.noCohort}</option>
        {cohorts.map((cohort) => (
          <option key={cohort.id} value={cohort.id}>
            {[titleOf(cohort), cohort.name, day.format(new Date(cohort.startsAt))]
              .filter(Boolean)
              .join(' · ')}
          </option>
        ))}
      </select>
    </Field>
  )
}
