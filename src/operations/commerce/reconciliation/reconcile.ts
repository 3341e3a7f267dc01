import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Listing, Movement, Range } from '@/adapters/payments/types'
import type { Entry, Explained } from '@/domain/commerce/reconciliation'

import { stateIn } from '@/adapters/payments/listing'
import { inTransaction, row, rows } from '@/database/transaction'
import {
  differencesBetween,
  isOnlyListed,
  stateOf,
  totalsOf,
} from '@/domain/commerce/reconciliation'
import { announce } from '@hooks/events/announce'

import { ownsAccount } from '../ownAccount'
import { mend } from './mend'
import { ourEntries } from './ours'

type Reconciling = {
  listing: Listing
  provider: string
  range: Range
  req: PayloadRequest
  tenant: string
}

/**
 * Compares what a school has on record of a provider with the provider's own list, has what is missing or behind here told
 * once more, and writes a report of that day, in which a later one takes an earlier one's place. What only lists tell of is learned on the way, and is
 * no difference. Announces
 * reconciliation.differed where something stays unexplained. Call it outside a transaction. Answers the report's id.
 */
export const reconcile = async (given: Reconciling): Promise<string> => {
  const { req, tenant } = given
  const movements = await ownMovements(given)
  const listing = { ...given.listing, movements }
  const theirs = movements.map(entryOf)
  const read = () => ourEntries({ ...given, listing })
  const differing = differencesBetween(await read(), theirs)
  const found = differing.filter(({ kind, what }) => !isOnlyListed(kind) || what !== 'missingHere')
  const refusals = new Map<string, null | string>()
  const inTurn = differing.toSorted((one, other) => orderOf(one.kind) - orderOf(other.kind))
  for (const { id, kind, what } of inTurn) {
    const movement = movements.find((one) => one.id === id && one.kind === kind)
    if (movement && (what === 'missingHere' || what === 'stateDiffers' || what === 'feeDiffers')) {
      refusals.set(`${kind} ${id}`, await mend({ movement, req, tenant }))
    }
  }
  const ours = await read()
  const left = differencesBetween(ours, theirs).filter(
    ({ id, kind, what }) =>
      kind !== 'fee' || what !== 'missingHere' || refusals.get(`fee ${id}`) !== 'paymentUnknown',
  )
  const isLeft = new Set(left.map(({ id, kind }) => `${kind} ${id}`))
  const explained = [...found.filter(({ id, kind }) => !isLeft.has(`${kind} ${id}`)), ...left].map(
    (one): Explained => {
      const key = `${one.kind} ${one.id}`

      return { ...one, isMended: !isLeft.has(key), refusal: refusals.get(key) ?? null }
    },
  )

  return report({ ...given, explained, ours, theirs })
}

/** Payments before what was taken for them. What a fee is for stands among the differences itself, where it is not known here. */
const orderOf = (kind: Entry['kind']): number => (isOnlyListed(kind) ? 1 : 0)

const entryOf = ({ id, event, fee, kind }: Movement): Entry => ({
  id,
  amount: event.amount ?? 0,
  currency: event.currency ?? '',
  fee,
  kind,
  state: stateIn(event),
})

/**
 * Of a list that may be of many schools, or of other shops as well, what is this school's: what names it, what is of
 * payments that it has, and what is of nobody on an account that is its own. What failed was no movement of money.
 */
const ownMovements = async ({
  listing: { movements },
  provider,
  req,
  tenant,
}: Reconciling): Promise<Movement[]> => {
  const isOwner = await ownsAccount({ provider, req, tenant })
  const nameless = movements.filter(({ event }) => event.tenant === null)
  const known = await rows<{ payment: string }>(
    req,
    sql`select provider_payment as payment from payments where provider = ${provider} and provider_payment in
          (select jsonb_array_elements_text(${JSON.stringify(nameless.map(({ event }) => event.payment))}::jsonb))`,
  )
  const payments = new Set([
    ...known.map(({ payment }) => payment),
    ...movements.flatMap(({ id, event, kind }) =>
      kind === 'payment' && event.tenant === tenant ? [id] : [],
    ),
  ])

  return movements.filter(
    ({ event }) =>
      event.type !== 'refund.failed' &&
      (event.tenant === tenant ||
        (event.tenant === null &&
          (payments.has(event.payment ?? '') || (isOwner && event.payment === null)))),
  )
}

const report = async ({
  explained,
  ours,
  provider,
  range: { from, to },
  req,
  tenant,
  theirs,
}: Reconciling & { explained: Explained[]; ours: Entry[]; theirs: Entry[] }): Promise<string> => {
  const unexplained = explained.filter(({ isMended }) => !isMended).length
  const day = to.toISOString().slice(0, 10)

  return inTransaction(req, async () => {
    const written = await row<{ id: string }>(
      req,
      sql`insert into reconciliations (id, tenant_id, provider, day, ran_at, covers_from, covers_to, status, compared, mended, unexplained, totals, differences, failure)
          values (uuidv7(), ${tenant}, ${provider}, ${day}, now(), ${from.toISOString()}, ${to.toISOString()}, ${stateOf(explained)}, ${theirs.length},
            ${explained.length - unexplained}, ${unexplained}, ${JSON.stringify({ ours: totalsOf(ours), theirs: totalsOf(theirs) })}::jsonb,
            ${JSON.stringify(explained)}::jsonb, null)
          on conflict (tenant_id, provider, day) do update set ran_at = now(), covers_from = excluded.covers_from, covers_to = excluded.covers_to,
            status = excluded.status, compared = excluded.compared, mended = reconciliations.mended + excluded.mended, unexplained = excluded.unexplained,
            totals = excluded.totals, differences = excluded.differences, failure = null, updated_at = now()
          returning id`,
    )
    const id = written?.id ?? ''
    if (unexplained > 0) {
      await announce({
        data: { reconciliation: id },
        fact: 'reconciliation.differed',
        req,
        tenant,
      })
    }

    return id
  })
}

/** Writes down that a provider's list could not be had, and why. */
export const reportFailure = async ({
  failure,
  provider,
  range: { from, to },
  req,
  tenant,
}: Omit<Reconciling, 'listing'> & { failure: string }): Promise<void> => {
  await inTransaction(req, () =>
    rows(
      req,
      sql`insert into reconciliations (id, tenant_id, provider, day, ran_at, covers_from, covers_to, status, compared, mended, unexplained, totals, differences, failure)
          values (uuidv7(), ${tenant}, ${provider}, ${to.toISOString().slice(0, 10)}, now(), ${from.toISOString()}, ${to.toISOString()}, 'failed', 0, 0, 0,
            '{}'::jsonb, '[]'::jsonb, ${failure.slice(0, 500)})
          on conflict (tenant_id, provider, day) do update set ran_at = now(), failure = excluded.failure, updated_at = now()`,
    ),
  )
}
