// First, before anything reads the environment.
import { VIES_PORT } from '@/test/vies/settings'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Taxation } from '@/domain/commerce/tax/taxed'
import type { ViesServer } from '@/test/vies/server'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { addDays, addMonths } from '@/domain/commerce/calendar'
import { unusedOf } from '@/domain/commerce/proration'
import { askRefund } from '@/operations/commerce/refunds/ask'
import { changePlan } from '@/operations/commerce/subscriptions/change'
import { shownChanges } from '@/operations/commerce/shownChanges'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, testPayload } from '@/test/harness'
import { planTools, type Member } from '@/test/plans'
import { settleOnly } from '@/test/settleOnly'
import { startVies } from '@/test/vies/server'

import { change, changes } from './subscriptions'

const payload = testPayload()
const { offer, query, renewAt, setCard, settle, shop, standing, subscribe } = planTools(payload)
let vies: ViesServer

beforeAll(async () => {
  vies = await startVies(VIES_PORT)
})
afterAll(() => vies.close())

const PRICE = 3000
const OTHER = 9000

type Given = {
  billing?: { country: string; vatId?: string }
  isIncluded?: boolean
}

/** Somebody who subscribed to a course at 30.00 a month in a German school that charges tax, and a plan at 90.00. */
const taxed = async ({ billing = { country: 'DE' }, isIncluded = false }: Given = {}) => {
  const { course, tenant } = await shop()
  await chargeTax(payload(), {
    isIncluded,
    rates: [
      { country: 'DE', percent: 19 },
      { country: 'FR', percent: 20 },
      { country: 'DE', percent: 21, validFrom: addDays(new Date(), 5).toISOString() },
    ],
    tenant,
  })
  const { id } = await offer({ course, tenant })
  const { id: other } = await offer({
    course,
    prices: [{ amount: OTHER, currency: 'USD' }],
    tenant,
    title: 'The other plan',
  })

  return { member: await subscribe({ billing, course, offer: id, tenant }), other }
}

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / 3600_000) * 3600_000)

/** What is to be paid for the other plan at a moment before tax, where the present period is worth `paid`. */
const listedDue = async (member: Member, now: Date, paid = PRICE) => {
  const until = new Date((await standing(member)).end)

  return OTHER - unusedOf({ from: addMonths(until, -1), paid, until }, hourOf(now))
}

const asked = async ({ id, buyer, tenant }: Member, now: Date) => ({
  id,
  buyer,
  now,
  req: await requestOf({ id: buyer }),
  tenant,
})

const shownAt = (member: Member, now: Date) =>
  asTenant(member.tenant, async () => (await shownChanges(await asked(member, now)))?.[0])

const turn = (member: Member, to: string, { expects, now }: { expects: number; now: Date }) =>
  asTenant(member.tenant, async () =>
    changePlan({ ...(await asked(member, now)), expects, offer: to, payload: payload() }),
  )

type Written = {
  charged: number
  country: null | string
  invoiced: null | { tax: number; taxes: { amount: number }[]; total: number }
  ledger: number
  lines: { tax: number; total: number }
  tax: number
  taxation: null | Taxation
  total: number
}

/** The paid orders of a school, oldest first, with all that was written down of them. */
const written = ({ tenant }: Member) =>
  query<Written>(
    tenant,
    sql`select o.tax::float8 as tax, o.total::float8 as total, o.taxation, o.billing ->> 'country' as country,
          (select json_build_object('tax', sum(l.tax)::float8, 'total', sum(l.total)::float8) from order_lines l where l.order_id = o.id) as lines,
          (select json_build_object('tax', i.tax::float8, 'total', i.total::float8, 'taxes', i.taxation -> 'taxes') from invoices i where i.order_id = o.id) as invoiced,
          (select coalesce(-sum(e.amount), 0)::float8 from ledger_entries e where e.order_id = o.id and e.account = 'tax') as ledger,
          (select coalesce(sum(p.amount), 0)::float8 from payments p where p.order_id = o.id and p.status = 'succeeded') as charged
        from orders o where o.status = 'paid' order by o.id`,
  )

const refund = async ({ tenant }: Member, amount: number) => {
  await asTenant(tenant, async () => {
    const req = await requestOf()
    const [order] = await query<{ id: string }>(tenant, sql`select id from orders order by id`)
    await inTransaction(req, () =>
      askRefund({
        endsAccess: false,
        key: crypto.randomUUID(),
        order: order?.id ?? '',
        reason: 'Asked for',
        req,
        tenant,
        wish: { amount },
      }),
    )
    await settle()
  })
}

describe('a change to another plan in a school that charges tax', () => {
  it.each([
    { isIncluded: false, taxOf: (due: number) => Math.round((due * 21) / 100) },
    { isIncluded: true, taxOf: (due: number) => Math.round((due * 21) / 121) },
  ])(
    'is taxed on its difference by the rates of its day, where prices hold tax: $isIncluded',
    async ({ isIncluded, taxOf }) => {
      const { member, other } = await taxed({ isIncluded })
      const now = addDays(new Date(), 12)
      const listed = await listedDue(member, now)
      const tax = taxOf(listed)
      const due = isIncluded ? listed : listed + tax
      const taxes = [{ name: 'VAT', amount: tax, percent: 21 }]

      expect(await shownAt(member, now)).toMatchObject({
        due,
        offer: other,
        tax,
        taxation: { taxes, treatment: 'charged' },
      })
      expect(await turn(member, other, { expects: due, now })).toMatchObject({ due })
      await settle()
      expect((await written(member))[1]).toMatchObject({
        charged: due,
        country: 'DE',
        invoiced: { tax, taxes, total: due },
        ledger: tax,
        lines: { tax, total: due },
        tax,
        taxation: { isIncluded, place: { country: 'DE' }, taxes, treatment: 'charged' },
        total: due,
      })
      expect(await standing(member)).toMatchObject({ offer: other })
      await renewAt(addMonths(now, 1))
      expect((await written(member))[2]).toMatchObject({
        tax: taxOf(OTHER),
        total: isIncluded ? OTHER : OTHER + taxOf(OTHER),
      })
    },
  )

  it('is refused at the sum without its tax, and charges nothing', async () => {
    const { member, other } = await taxed()
    const now = addDays(new Date(), 12)
    const expects = await listedDue(member, now)

    await expect(turn(member, other, { expects, now })).rejects.toThrow('priceChanged')
    expect(await written(member)).toHaveLength(1)
  })

  it('is owed by a business of another member, though its register does not answer now', async () => {
    const vatId = 'FR44444444444'
    const { member, other } = await taxed({ billing: { country: 'FR', vatId } })
    vies.set(vatId, 'away')
    const now = addDays(new Date(), 12)
    const due = await listedDue(member, now)

    expect(await shownAt(member, now)).toMatchObject({
      due,
      tax: 0,
      taxation: { taxes: [], treatment: 'reverseCharge' },
    })
    await turn(member, other, { expects: due, now })
    await settle()
    expect((await written(member))[1]).toMatchObject({
      charged: due,
      invoiced: { tax: 0, total: due },
      ledger: 0,
      taxation: { treatment: 'reverseCharge', vat: { status: 'valid' } },
    })
  })

  it.each([
    { back: 1190, isIncluded: false },
    { back: 1000, isIncluded: true },
  ])(
    'credits what is left after a refund of $back, where prices hold tax: $isIncluded',
    async ({ back, isIncluded }) => {
      const { member, other } = await taxed({ isIncluded })
      await refund(member, back)
      const now = addDays(new Date(), 12)
      const listed = await listedDue(member, now, PRICE - 1000)
      const tax = Math.round((listed * 21) / (isIncluded ? 121 : 100))
      const due = isIncluded ? listed : listed + tax

      expect(await shownAt(member, now)).toMatchObject({ credit: OTHER - listed, due, tax })
      await turn(member, other, { expects: due, now })
      await settle()
      expect((await written(member))[1]).toMatchObject({ charged: due, tax, total: due })
    },
  )

  it('is shown and charged at the price of its order while that waits, once however often it is asked for', async () => {
    const { member, other } = await taxed()
    const now = addDays(new Date(), 12)
    const shown = await shownAt(member, now)
    const due = shown?.due ?? 0
    const first = await turn(member, other, { expects: due, now })
    const later = addDays(now, 1)

    expect(await shownAt(member, later)).toEqual(shown)
    await expect(turn(member, other, { expects: due - 1, now: later })).rejects.toThrow(
      'priceChanged',
    )
    expect(await turn(member, other, { expects: due, now: later })).toEqual(first)
    await settleOnly(payload(), 'applyOnPaymentEventReceived')
    expect(await shownAt(member, later)).toBeUndefined()
    expect(await turn(member, other, { expects: due, now: later })).toEqual({ ...first, due: 0 })
    await settle()
    expect(await turn(member, other, { expects: due, now: later })).toEqual({ ...first, due: 0 })
    expect(await written(member)).toMatchObject([{}, { charged: due, total: due }])
  })

  it('leaves all as it was where the card is declined, with its tax', async () => {
    const { member, other } = await taxed()
    const before = await standing(member)
    await setCard(member, false)
    const now = addDays(new Date(), 12)
    await turn(member, other, { expects: (await shownAt(member, now))?.due ?? 0, now })
    await settle()

    expect(await standing(member)).toEqual(before)
    expect(await written(member)).toHaveLength(1)
  })

  it('that costs nothing now is not taxed, and taxes later periods on what credit leaves of them', async () => {
    const { course, tenant } = await shop()
    await chargeTax(payload(), { rates: [{ country: 'DE', percent: 19 }], tenant })
    const { id } = await offer({ course, tenant })
    const { id: other } = await offer({
      course,
      prices: [{ amount: 1000, currency: 'USD' }],
      tenant,
    })
    const billing = { country: 'DE' }
    const member = await subscribe({ billing, course, offer: id, tenant })
    const now = addDays(new Date(), 15)
    const shown = await shownAt(member, now)
    expect(shown).toMatchObject({ due: 0, tax: 0 })
    expect(shown).not.toHaveProperty('taxation')
    await turn(member, other, { expects: 0, now })
    await settle()
    await renewAt(addMonths(now, 1))
    const rest = 1000 - (shown?.left ?? 0)

    expect(await written(member)).toMatchObject([
      { tax: 570 },
      { invoiced: null, tax: 0, total: 0 },
      { charged: rest + Math.round(rest * 0.19), tax: Math.round(rest * 0.19) },
    ])
  })

  it('is answered with its tax, and stops where none can be calculated for the kept place', async () => {
    const { member, other } = await taxed()
    const ask = (endpoint: typeof changes, data: object = {}) =>
      call(endpoint, {
        data,
        params: { id: member.id },
        tenant: member.tenant,
        user: { id: member.buyer },
      })
    const listed = (await ask(changes)).body as { changes: { due: number; tax: number }[] }
    const [{ due, tax } = { due: 0, tax: 0 }] = listed.changes
    expect(tax).toBe(Math.round(((due - tax) * 19) / 100))
    await query(
      member.tenant,
      sql`update orders set taxation = jsonb_set(taxation, '{place,country}', '"XX"')`,
    )
    const refused = { body: { code: 'taxUnavailable' }, status: 502 }

    expect(await ask(changes)).toMatchObject(refused)
    expect(await ask(change, { expects: due, offer: other })).toMatchObject(refused)
    expect(await written(member)).toHaveLength(1)
  })
})

describe('an instalment plan in a school that charges tax', () => {
  it.each([
    { isIncluded: false, sums: { tax: 570, total: 3570 } },
    { isIncluded: true, sums: { tax: 479, total: 3000 } },
  ])(
    'is taxed with each payment, where prices hold tax: $isIncluded',
    async ({ isIncluded, sums }) => {
      const { course, tenant } = await shop()
      await chargeTax(payload(), { isIncluded, rates: [{ country: 'DE', percent: 19 }], tenant })
      const { id } = await offer({
        course,
        kind: 'plan',
        payments: 3,
        prices: [{ amount: 9000, currency: 'USD' }],
        tenant,
      })
      const billing = { country: 'DE' }
      const member = await subscribe({ billing, course, offer: id, tenant })
      for (let payment = 1; payment < 3; payment += 1) {
        await renewAt(new Date((await standing(member)).end))
      }
      const { tax, total } = sums
      const each = { charged: total, invoiced: sums, ledger: tax, lines: sums, tax, total }

      expect(await written(member)).toMatchObject([each, each, each])
      expect(await standing(member)).toMatchObject({ next: null, status: 'ended' })
    },
  )
})
