import { beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asPlatform, asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { balancesOf } from '@/operations/commerce/balances'
import { earningsOf } from '@/operations/commerce/payouts/earnings'
import { requestOf, testPayload } from '@/test/harness'
import { planTools } from '@/test/plans'

import { seedDemo } from './demo'

const payload = testPayload()
let tenant = ''

const query = <Row>(statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

const seed = () => seedDemo({ payload: payload(), say: () => undefined })

const earned = (email: string) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const [person] = await rows<{ id: string }>(
      req,
      sql`select id from users where email = ${email}`,
    )

    return earningsOf({ holder: person?.id ?? '', req, tenant })
  })

const balances = () => asTenant(tenant, async () => balancesOf({ req: await requestOf(), tenant }))

const count = async (what: string) =>
  (
    await query<{ count: number }>(sql`select count(*)::int as count from ${sql.identifier(what)}`)
  )[0]?.count

describe('the school Saltwater', () => {
  beforeAll(async () => {
    await seed()
    const { docs } = await asPlatform(() =>
      payload().find({
        collection: 'tenants',
        depth: 0,
        overrideAccess: true,
        where: { slug: { equals: 'saltwater' } },
      }),
    )
    tenant = docs[0]?.id ?? ''
  }, 300_000)

  it('has sold in three currencies, with tax, a gift, something besides, refunds and a contested payment', async () => {
    const sold = await query<{ currency: string; tax: number }>(
      sql`select distinct currency, bool_and(tax > 0)::int as tax from orders where status = 'paid' group by currency order by currency`,
    )

    expect(sold).toEqual(['EUR', 'GBP', 'USD'].map((currency) => ({ currency, tax: 1 })))
    expect(await count('gifts')).toBe(1)
    expect(await count('offer_additions')).toBe(1)
    expect(await count('refunds')).toBe(2)
    expect(await count('disputes')).toBe(1)
  })

  it('shows three teachers what they earned, of a library too, and one of them what arrived', async () => {
    const people = await Promise.all(
      ['owner', 'tomas', 'hanne'].map((name) => earned(`${name}@saltwater.test`)),
    )
    const kinds = people.map(({ entries }) => new Set(entries.map(({ kind }) => kind)))

    for (const kind of kinds) {
      expect(kind).toContain('payment')
      expect(kind).toContain('library')
    }
    expect(kinds[1]).toContain('payout')
    expect(new Set(people[1]?.payouts.map(({ status }) => status))).toEqual(new Set(['paid']))
  })

  it('has books that do not change when it is seeded again, and when workers do what follows', async () => {
    const before = await balances()
    await seed()
    await planTools(payload).settle()

    expect(await balances()).toEqual(before)
    expect(await count('subscriptions')).toBe(1)
  }, 120_000)
})
