import type { RosterPage } from '@/domain/learning/roster/row'

import { ask } from '../ask'

/** What is asked of a roster, as the address has it; an empty text is not asked. */
export type Asking = {
  cohort: string
  needsGrade: string
  search: string
  sort: string
  state: string
  stuck: string
}

/** `sort` is the order and its direction, with a space between. */
const USUAL_ORDER = 'activity desc'

export const EVERYBODY: Asking = {
  cohort: '',
  needsGrade: '',
  search: '',
  sort: USUAL_ORDER,
  state: '',
  stuck: '',
}

const KEYS = Object.keys(EVERYBODY) as (keyof Asking)[]

/** Whether anything but the order is asked. */
export const isNarrowed = (asking: Asking): boolean =>
  KEYS.some((key) => key !== 'sort' && asking[key] !== '')

/** Whether the learners of one cohort are asked for. */
export const isOneCohort = ({ cohort }: Asking): boolean => cohort !== '' && cohort !== 'none'

/** What an address asks. */
export const readAsking = (address: Pick<URLSearchParams, 'get'>): Asking => ({
  ...EVERYBODY,
  ...Object.fromEntries(
    KEYS.flatMap((key) => {
      const value = address.get(key)

      return value ? [[key, value]] : []
    }),
  ),
})

/** The same as an address has it: what is usual is left out. */
export const writtenAsking = (asking: Asking): string =>
  new URLSearchParams(
    KEYS.filter((key) => asking[key] !== EVERYBODY[key]).map((key) => [key, asking[key]]),
  ).toString()

const query = (asking: Asking, after?: null | string): string => {
  const [sort = '', direction = ''] = asking.sort.split(' ')
  const given = { ...asking, after: after ?? '', direction, sort }

  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString()
}

/** A page of the learners of a course. */
export const readRoster = (course: string, asking: Asking, after?: null | string) =>
  ask<RosterPage>(`/api/courses/${course}/roster?${query(asking, after)}`)

/** Where all of them are to be had as a file. */
export const fileOf = (course: string, asking: Asking): string =>
  `/api/courses/${course}/roster.csv?${query(asking)}`
