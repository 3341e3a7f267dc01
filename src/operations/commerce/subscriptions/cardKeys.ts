import { addDays } from '@/domain/commerce/calendar'
import { cardPath } from '@/domain/commerce/paths'

import { opensOrder, orderKey } from '../orderKeys'

/** Days for which the link of a mail lets its reader give another card. */
const LINK_DAYS = 14

type Which = { subscription: string; tenant: string }

const named = ({ subscription, tenant }: Which) => ({ order: `card:${subscription}`, tenant })

/** Where whoever holds the link can give another card for a subscription, or pay what is due of it, for two weeks; nothing else. */
export const cardLink = ({
  now,
  origin,
  ...which
}: Which & { now: Date; origin: string }): string => {
  const key = orderKey({ ...named(which), until: addDays(now, LINK_DAYS) })

  return new URL(cardPath(which.subscription, key), origin).toString()
}

/** Whether `key` was made for the card of this subscription, and has not ended. */
export const opensCard = ({
  key,
  now,
  ...which
}: Which & { key: null | string | undefined; now: Date }): boolean =>
  opensOrder({ ...named(which), key, now })
