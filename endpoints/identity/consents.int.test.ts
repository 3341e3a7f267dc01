import { sql } from '@payloadcms/db-postgres'
import { randomUUID } from 'node:crypto'

import { systemPool, tenantOfHost } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { authFor } from '@/operations/identity/auth'
import { consentsOf } from '@/operations/identity/consents'
import { eraseDueAccounts } from '@/operations/identity/eraseAccounts'
import { personalData } from '@/operations/identity/personalData'
import { unsubscribeToken } from '@/operations/mail/unsubscribe'
import { clearOldData } from '@/operations/privacy/retain'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { checkout } from '@endpoints/commerce/checkout'

import { chooseConsents } from './consents'
import { chooseNotification, unsubscribe } from './notificationChoices'

const payload = testPayload()

type Row = {
  account: null | string
  isGiven: boolean
  locale: null | string
  means: string
  origin: null | string
  page: null | string
  purpose: string
  version: null | string
  visitor: null | string
}

const written = async (tenant: string): Promise<Row[]> =>
  (
    await systemPool().query<Row>(
      `select account_id as account, visitor, purpose, is_given as "isGiven", page, version, locale, means, origin
       from consents where tenant_id = $1 order by created_at, id`,
      [tenant],
    )
  ).rows

const facts = async (tenant: string) =>
  (
    await systemPool().query<{ fact: string }>(
      `select fact from events where tenant_id = $1 and fact like 'consent.%' order by id`,
      [tenant],
    )
  ).rows.map(({ fact }) => fact)

const school = async () => {
  const made = await factories(payload()).tenant()
  const user = await factories(payload()).user({ tenant: made.id })

  return { ...made, tenant: made.id, user }
}

const stateOf = (tenant: string, account: string) =>
  asTenant(tenant, async () => consentsOf({ account, req: await requestOf() }))

describe('signing up', () => {
  it('writes down the published texts with their versions, and of the address the network alone', async () => {
    const make = factories(payload())
    const { id: tenant, slug } = await make.tenant()
    await make.page({ slug: 'terms', tenant, title: 'Terms' })
    await make.page({ slug: 'privacy', _status: 'draft', tenant })
    const host = `${slug}.localhost`
    const here = await tenantOfHost(host)
    if (!here) {
      throw new Error('no such school')
    }
    const origin = `http://${host}:3000`
    const answer = await authFor({ host, payload: payload(), tenant: here }).handler(
      new Request(`${origin}/api/auth/sign-up/email`, {
        body: JSON.stringify({
          name: 'Dana',
          email: `${randomUUID()}@example.com`,
          locale: 'he',
          password: 'correct horse battery',
        }),
        headers: {
          'Content-Type': 'application/json',
          host,
          origin,
          'x-forwarded-for': '203.0.113.77',
        },
        method: 'POST',
      }),
    )
    expect(answer.status).toBe(200)
    const [row, ...more] = await written(tenant)
    expect(more).toEqual([])
    expect(row).toMatchObject({
      isGiven: true,
      locale: 'he',
      means: 'signUp',
      origin: '203.0.113.0',
      page: 'Terms',
      purpose: 'terms',
      visitor: null,
    })
    expect(row?.version).toEqual(expect.any(String))
    expect(await facts(tenant)).toEqual(['consent.given'])
  })
})

describe('buying', () => {
  it('writes down the texts beside the button once, however often it is told', async () => {
    const make = commerceFactories(payload())
    const { offer, tenant } = await make.shop()
    await factories(payload()).page({ slug: 'terms', tenant, title: 'Terms' })
    const user = { ...(await make.buyer(tenant)), emailVerified: true }
    const place = () =>
      call(checkout, { data: { items: [{ offer }], mayRemind: true }, tenant, user })
    expect((await place()).status).toBe(201)
    await place()
    await settle()
    await settle()
    expect((await written(tenant)).map(({ means, purpose }) => [means, purpose]).sort()).toEqual([
      ['checkout', 'reminders'],
      ['checkout', 'terms'],
    ])
    expect(await stateOf(tenant, user.id)).toMatchObject([
      { isGiven: true, page: 'Terms', purpose: 'terms' },
      { isGiven: true, page: null, purpose: 'reminders' },
    ])
  })
})

describe('mails that are agreed to', () => {
  it('are written down as they are chosen and ended by the link of a mail, and say nothing twice', async () => {
    const { tenant, user } = await school()
    const choose = (isOn: boolean, event = 'courseUpdates') =>
      call(chooseNotification, { data: { channel: 'email', event, isOn }, tenant, user })
    await choose(true)
    await choose(true)
    await choose(false, 'discussions')
    const token = unsubscribeToken({ account: user.id, event: 'courseUpdates', tenant })
    await call(unsubscribe, { params: { token }, tenant })
    await call(unsubscribe, { params: { token }, tenant })
    expect(
      (await written(tenant)).map(({ isGiven, means, purpose }) => [purpose, means, isGiven]),
    ).toEqual([
      ['courseUpdates', 'account', true],
      ['courseUpdates', 'unsubscribe', false],
    ])
    expect(await facts(tenant)).toEqual(['consent.given', 'consent.withdrawn'])
    expect(await stateOf(tenant, user.id)).toMatchObject([
      { isGiven: false, purpose: 'courseUpdates' },
    ])
  })
})

describe('what may load of other sites', () => {
  const choose = (
    at: { tenant: string; user?: { id: string } },
    embeds: boolean,
    visitor: string = randomUUID(),
  ) =>
    call(chooseConsents, {
      data: { choices: { embeds }, locale: 'ru', visitor },
      tenant: at.tenant,
      user: at.user,
    })

  it('is chosen by visitors under the id of their browser, and by an account under its own', async () => {
    const { tenant, user } = await school()
    const visitor = randomUUID()
    expect((await choose({ tenant }, true, visitor)).status).toBe(200)
    await choose({ tenant }, true, visitor)
    await choose({ tenant }, false, visitor)
    await choose({ tenant }, false)
    await choose({ tenant, user }, true, visitor)
    const found = await written(tenant)
    expect(found.map(({ account, isGiven }) => [account, isGiven])).toEqual([
      [null, true],
      [null, false],
      [null, false],
      [user.id, true],
    ])
    expect(found.map((row) => row.visitor)).toEqual([
      visitor,
      visitor,
      expect.not.stringMatching(visitor),
      null,
    ])
  })

  it.each([
    { choices: { embeds: true } },
    { choices: { everything: true }, visitor: '0198c7a0-0000-7000-8000-000000000001' },
    { choices: { embeds: 'yes' }, visitor: '0198c7a0-0000-7000-8000-000000000001' },
  ])('is not chosen by %j', async (data) => {
    const { tenant } = await school()
    expect((await call(chooseConsents, { data, tenant })).status).toBe(400)
    expect(await written(tenant)).toEqual([])
  })
})

describe('the rows', () => {
  it('are never changed, whoever writes to the database', async () => {
    const { tenant, user } = await school()
    await call(chooseNotification, {
      data: { channel: 'email', event: 'courseUpdates', isOn: true },
      tenant,
      user,
    })
    await expect(
      systemPool().query(`update consents set is_given = false where tenant_id = $1`, [tenant]),
    ).rejects.toThrow('append-only')
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await expect(rows(req, sql`update consents set page = 'Other'`)).rejects.toThrow()
    })
    expect(await stateOf(tenant, user.id)).toMatchObject([{ isGiven: true }])
  })

  it('are in the file of a person’s data; of an erased account those of a contract stay, without an address', async () => {
    const { tenant, user } = await school()
    for (const [purpose, means, hoursAgo] of [
      ['terms', 'checkout', 2],
      ['embeds', 'banner', 1],
    ]) {
      await systemPool().query(
        `insert into consents (id, tenant_id, account_id, purpose, is_given, page, means, origin, key, created_at)
         values (uuidv7(), $1, $2, $3, true, 'Text', $4, '203.0.113.0', $5, now() - $6 * interval '1 hour')`,
        [tenant, user.id, purpose, means, purpose, hoursAgo],
      )
    }
    const told = await asTenant(tenant, async () =>
      personalData({ account: user.id, req: await requestOf() }),
    )
    expect(told?.consents).toMatchObject([{ purpose: 'terms' }, { origin: '203.0.113.0' }])
    await systemPool().query(
      `update users set erasure_at = now() - interval '1 hour' where id = $1`,
      [user.id],
    )
    await factories(payload()).user({ roles: ['owner'], tenant })
    expect(await eraseDueAccounts({ now: new Date(), payload: payload() })).toBe(1)
    expect(await written(tenant)).toMatchObject([{ origin: null, purpose: 'terms' }])
  })

  it('lose visitors and networks when they are old', async () => {
    const { tenant, user } = await school()
    await systemPool().query(
      `insert into consents (id, tenant_id, account_id, visitor, purpose, is_given, means, origin, key, created_at)
       select uuidv7(), $1, case when n = 1 then $2::uuid end, case when n = 2 then 'v' end, 'embeds', true, 'banner', '203.0.113.0', n::text,
         now() - interval '1100 days' from generate_series(1, 2) n`,
      [tenant, user.id],
    )
    await clearOldData({ payload: payload() })
    expect(await written(tenant)).toMatchObject([{ account: user.id, origin: null }])
  })
})
