import { sql } from '@payloadcms/db-postgres'

import type { RevenueShare } from '@payload-types'

import { systemPool } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { balancesOf } from '@/operations/commerce/balances'
import { followTeam } from '@/operations/commerce/followTeam'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { giveBack, sell } from '@/test/factories/sales'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()

const shop = async ({ fee = 0, isKept = false } = {}) => {
  const made = await commerceFactories(payload()).shop()
  const { course, tenant } = made
  const make = factories(payload())
  const teacher = await make.user({ roles: ['instructor'], tenant })
  const buyer = await make.user({ tenant })
  await systemPool().query(
    'update tenants set settings_fee_rate = $2, settings_fee_is_kept = $3 where id = $1',
    [tenant, fee, isKept],
  )
  const share = (given: Partial<RevenueShare> = {}) =>
    asTenant(tenant, () =>
      payload().create({
        collection: 'revenue-shares',
        data: {
          course,
          person: teacher.id,
          share: 3000,
          startsAt: '2020-01-01T00:00:00.000Z',
          ...given,
          tenant,
        },
        depth: 0,
        overrideAccess: true,
      }),
    )

  return { ...made, buyer, share, teacher }
}

const balances = (tenant: string) =>
  asTenant(tenant, async () => {
    const found = await balancesOf({ req: await requestOf(), tenant })

    return Object.fromEntries(found.map(({ account, balance }) => [account, balance]))
  })

const earned = (tenant: string, order: string) =>
  asTenant(tenant, async () =>
    rows<{ amount: number; holder: string; kind: string }>(
      await requestOf(),
      sql`select kind::text as kind, holder, -amount::int as amount from ledger_entries
          where order_id = ${order} and account = 'earnings' order by id`,
    ),
  )

describe('what a course sells', () => {
  it('is shared as the rules of the day say, in the transaction of the payment', async () => {
    const { buyer, offer, share, teacher, tenant } = await shop({ fee: 1000 })
    await share()
    await share({
      endsAt: '2020-01-01T00:00:00.000Z',
      share: 9000,
      startsAt: '2019-01-01T00:00:00.000Z',
    })

    const { order } = await sell({ buyer, offers: [offer], tenant })

    expect(await earned(tenant, order)).toEqual([
      { amount: 1323, holder: teacher.id, kind: 'payment' },
    ])
    expect(await balances(tenant)).toEqual({
      earnings: 1323,
      platformFee: 490,
      provider: 4410,
      sales: 4900,
      shares: 1323,
    })
  })

  it('is taken back in proportion by refunds of parts, and to the unit by all of them', async () => {
    const { buyer, offer, share, tenant } = await shop({ fee: 333 })
    await share({ share: 3333 })
    const { order } = await sell({ buyer, offers: [offer], tenant })
    for (const amount of [333, 1, 1667]) {
      await giveBack({ order, tenant, wish: { amount } })
    }
    const partly = await balances(tenant)
    await giveBack({ order, tenant, wish: { amount: 4900 - 2001 } })

    expect(partly.earnings).toBeGreaterThan(0)
    expect(await balances(tenant)).toEqual({
      earnings: 0,
      platformFee: 0,
      provider: 0,
      refunds: 4900,
      sales: 4900,
      shares: 0,
    })
  })

  it('is taken back right by refunds that settle at once', async () => {
    const { buyer, offer, share, tenant } = await shop({ fee: 777 })
    await share({ share: 3331 })
    const { order } = await sell({ buyer, offers: [offer], tenant })
    await Promise.all(
      [1, 2, 3, 5, 7, 11, 13].map((amount) => giveBack({ order, tenant, wish: { amount } })),
    )
    await giveBack({ order, tenant, wish: { amount: 4900 - 42 } })

    expect(await balances(tenant)).toMatchObject({ earnings: 0, platformFee: 0, provider: 0 })
  })

  it('leaves the platform its fee where that is kept', async () => {
    const { buyer, offer, tenant } = await shop({ fee: 1000, isKept: true })
    const { order } = await sell({ buyer, offers: [offer], tenant })
    await giveBack({ order, tenant, wish: { amount: 4900 } })

    expect(await balances(tenant)).toMatchObject({ platformFee: 490, provider: -490 })
  })

  it('is shared line by line where a bundle was bought', async () => {
    const { buyer, course, share, teacher, tenant } = await shop()
    const make = factories(payload())
    const other = await make.course({ tenant })
    const colleague = await make.user({ roles: ['instructor'], tenant })
    await share()
    await share({ course: other.id, person: colleague.id, share: 5000 })
    const bundle = await commerceFactories(payload()).offer({
      course,
      courses: [other.id],
      tenant,
    })
    const { order } = await sell({ buyer, offers: [bundle.id], tenant })

    const found = await earned(tenant, order)
    expect(found).toHaveLength(2)
    const byPerson = Object.fromEntries(found.map(({ amount, holder }) => [holder, amount]))
    expect(byPerson[teacher.id]).toBe(735)
    expect(byPerson[colleague.id]).toBe(1225)
  })
})

describe('rules of a course', () => {
  it('are refused where they overlap, exceed all of it, or name somebody who does not teach', async () => {
    const { buyer, share, tenant } = await shop()
    const make = factories(payload())
    await share({ endsAt: '2021-01-01T00:00:00.000Z' })
    const colleague = await make.user({ roles: ['instructor'], tenant })

    await expect(share({ startsAt: '2020-12-31T00:00:00.000Z' })).rejects.toThrow()
    await expect(share({ person: buyer.id })).rejects.toThrow()
    await expect(share({ person: colleague.id, share: 7001 })).rejects.toThrow()
    await expect(share({ person: colleague.id, share: 7000 })).resolves.toBeTruthy()
    await expect(share({ startsAt: '2021-01-01T00:00:00.000Z' })).resolves.toBeTruthy()
  })

  it('never give away more than all of it, however many are made at once', async () => {
    const { share, tenant } = await shop()
    const make = factories(payload())
    const people = await Promise.all(
      Array.from({ length: 5 }, () => make.user({ roles: ['instructor'], tenant })),
    )
    const made = await Promise.allSettled(
      people.map(({ id }) => share({ person: id, share: 4000 })),
    )

    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })

  it('hold in the database, whatever writes them', async () => {
    const { course, share, teacher, tenant } = await shop()
    await share()
    const insert = (percent: number, person: string) =>
      systemPool().query(
        `insert into revenue_shares (id, tenant_id, course_id, person_id, share, starts_at)
         values (uuidv7(), $1, $2, $3, $4, now())`,
        [tenant, course, person, percent],
      )
    const colleague = await factories(payload()).user({ tenant })

    await expect(insert(1, teacher.id)).rejects.toThrow('overlap')
    await expect(insert(7001, colleague.id)).rejects.toThrow('more than all')
  })

  it('cannot be deleted once somebody earned by them', async () => {
    const { buyer, offer, share, tenant } = await shop()
    const { id } = await share()
    await sell({ buyer, offers: [offer], tenant })
    const remove = () =>
      asTenant(tenant, () =>
        payload().delete({ id, collection: 'revenue-shares', overrideAccess: true }),
      )

    await expect(remove()).rejects.toMatchObject({ status: 409 })
  })
})

describe('the team of a course', () => {
  it('earns what it was promised from the day it joins, and nothing after it leaves', async () => {
    const { buyer, course, offer, teacher, tenant } = await shop()
    const { rows: members } = await systemPool().query<{ id: string }>(
      `insert into course_team (id, tenant_id, course_id, account_id, email, role, share, state, expires_at)
       values (uuidv7(), $1, $2, $3, 'a@b.test', 'editor', 2500, 'accepted', now()) returning id`,
      [tenant, course, teacher.id],
    )
    const member = members[0]?.id ?? ''
    const follow = () =>
      asTenant(tenant, async () => {
        const req = await requestOf()
        await inTransaction(req, () => followTeam({ member, req, tenant }))
      })
    const sold = async () => {
      const { id } = await factories(payload()).user({ tenant })
      const { order } = await sell({ buyer: { ...buyer, id }, offers: [offer], tenant })

      return (await earned(tenant, order)).map(({ amount }) => amount)
    }

    await follow()
    await follow()
    expect(await sold()).toEqual([1225])
    await systemPool().query('update course_team set share = 5000 where id = $1', [member])
    await follow()
    expect(await sold()).toEqual([2450])
    await systemPool().query(`update course_team set state = 'removed' where id = $1`, [member])
    await follow()
    expect(await sold()).toEqual([])
  })
})

describe('the fee of the platform', () => {
  it('comes with a plan', async () => {
    const { tenant } = await shop()
    const platform = await asPlatform(() =>
      payload().find({
        collection: 'tenants',
        depth: 0,
        overrideAccess: true,
        where: { kind: { equals: 'platform' } },
      }),
    )
    await asPlatform(async () => {
      const plan = await payload().create({
        collection: 'plans',
        data: {
          name: `Plan ${crypto.randomUUID().slice(0, 8)}`,
          currency: 'USD',
          fee: { isKept: true, rate: 1500 },
          included: {},
          limits: {},
          price: 0,
          tenant: platform.docs[0]?.id ?? '',
        },
        overrideAccess: true,
      })
      await payload().update({
        id: tenant,
        collection: 'tenants',
        data: { plan: plan.id },
        overrideAccess: true,
      })
    })
    const { rows: found } = await systemPool().query<{ kept: boolean; rate: number }>(
      'select settings_fee_rate::int as rate, settings_fee_is_kept as kept from tenants where id = $1',
      [tenant],
    )

    expect(found).toEqual([{ kept: true, rate: 1500 }])
  })
})
