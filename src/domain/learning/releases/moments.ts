import type { ReleaseRule } from '../../catalog/release'
import type { Standing, Whose } from '../standing'

import { clockIn, momentAt } from '../../zoned'

const DAY_MS = 86_400_000

/** The moment that a rule of time names; null for the other rules. */
const namedMoment = (
  rule: ReleaseRule,
  { cohort, enrolledAt }: Standing,
  { learner, school }: Whose['zones'],
): Date | null => {
  const own = learner ?? school
  if (rule.kind === 'date') {
    return momentAt(rule.at, rule.zone === 'school' ? school : own)
  }
  if (rule.kind === 'days') {
    const zone = cohort ? school : own
    const [day = ''] = clockIn(new Date(cohort?.startsAt ?? enrolledAt), zone).split('T')
    const then = new Date(Date.parse(`${day}T00:00Z`) + rule.days * DAY_MS)

    return momentAt(then.toISOString().slice(0, 16), zone)
  }

  return null
}

/** The moment for which a rule of time waits, which is not before its cohort starts; null for the other rules. */
export const momentOf = (
  rule: ReleaseRule,
  standing: Standing,
  zones: Whose['zones'],
): Date | null => {
  const moment = namedMoment(rule, standing, zones)
  const start = standing.cohort && new Date(standing.cohort.startsAt)

  return moment && start && moment < start ? start : moment
}
