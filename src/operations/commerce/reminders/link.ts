import { addDays } from '@/domain/commerce/calendar'
import { resumePath } from '@/domain/commerce/paths'
import { REMINDER_LINK_DAYS } from '@/domain/tenancy/reminders'

import { opensOrder, orderKey } from '../orderKeys'

type Which = { checkout: string; tenant: string }

const named = ({ checkout, tenant }: Which) => ({ order: `resume:${checkout}`, tenant })

/** Where whoever holds the link finds a checkout as it was left, on any device, for two weeks. */
export const resumeLink = ({
  now,
  origin,
  ...which
}: Which & { now: Date; origin: string }): string => {
  const key = orderKey({ ...named(which), until: addDays(now, REMINDER_LINK_DAYS) })

  return new URL(resumePath(which.checkout, key), origin).toString()
}

/** Whether `key` was made for this checkout, and has not ended. */
export const resumes = ({
  key,
  now,
  ...which
}: Which & { key: null | string | undefined; now: Date }): boolean =>
  opensOrder({ ...named(which), key, now })
