import type { CollectionBeforeChangeHook } from 'payload'

import { ValidationError } from 'payload'

import type { ScheduledTask } from '@hooks/events/reaction'

import { idOf } from '@/domain/ids'
import { forgetKeptCards } from '@/operations/commerce/upsells'

type Relation = string | { id: string }

type Offered = {
  amount?: null | number
  currency?: null | string
  offered?: null | Relation
  title?: null | string
}

type Given = Offered & { downsell?: null | Offered; offers?: null | Relation[] }

/** Refuses what follows itself, a price without its currency, and a second proposal without an offer or without words. */
export const fitUpsell: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const before = originalDoc as Given | undefined
  const given: Given = { ...before, ...(data as Given) }
  const downsell = { ...before?.downsell, ...(data as Given).downsell }
  const refuse = (path: string, message: string) => {
    throw new ValidationError({ collection: 'upsells', errors: [{ message, path }] })
  }
  const follows = (given.offers ?? []).map(idOf)
  for (const [path, { amount, currency, offered }] of [
    ['', given],
    ['downsell.', downsell],
  ] as const) {
    if (offered && follows.includes(idOf(offered))) {
      refuse(`${path}offered`, 'Another offer than those that are bought.')
    }
    if (amount && !currency) {
      refuse(`${path}currency`, 'A price has a currency.')
    }
  }
  if (downsell.offered && !downsell.title?.trim()) {
    refuse('downsell.title', 'Say what is offered.')
  }
  if (downsell.title?.trim() && !downsell.offered) {
    refuse('downsell.offered', 'Choose what is offered instead.')
  }

  return data as unknown
}

const EVERY_HOUR = '40 * * * *'

/** Has providers forget the cards that were kept for one more purchase, once its time is over. Every hour. */
export const forgetKeptCardsHourly: ScheduledTask = {
  name: 'forgetKeptCardsHourly',
  cron: EVERY_HOUR,
  run: async ({ req: { payload } }) => {
    await forgetKeptCards({ now: new Date(), payload })
  },
}
