// First, before anything reads the environment.
import { VIES_PORT } from '@/test/vies/settings'

import { randomBytes, randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'

import type { ViesServer } from '@/test/vies/server'

import { systemPool } from '@/database/hosts'
import { sealTaxIds } from '@/database/sealTaxIds'
import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { KEYS_OF } from '@/domain/commerce/paymentAccounts'
import { OPEN_KEYS, VIDEO_KEYS_OF } from '@/domain/media/videoAccounts'
import { env } from '@/env'
import { DEMO_PASSWORD } from '@/seed/people'
import { passwordLink } from '@/operations/identity/invitations'
import { invoiceText } from '@/operations/commerce/invoices'
import { settleOrder } from '@/operations/commerce/settleOrder'
import { reseal } from '@/operations/tenancy/reseal'
import { commerceFactories } from '@/test/factories/commerce'
import { chargeTax } from '@/test/factories/taxes'
import { call, requestOf, testPayload } from '@/test/harness'
import { browserAt, schoolWith } from '@/test/signIn/visitor'
import { startVies } from '@/test/vies/server'
import { sql } from '@payloadcms/db-postgres'
import { checkout } from '@endpoints/commerce/checkout'

const payload = testPayload()
let vies: ViesServer

beforeAll(async () => {
  vies = await startVies(VIES_PORT)
})
afterAll(() => vies.close())

const planted = (): string => `planted-${randomBytes(12).toString('hex')}`

const keysNamed = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, planted()]))

/** Rows with keys of other services, by the collections that keep any: what is sent, and which of it is a secret. */
const WITH_KEYS: Record<string, () => { data: object; secrets: string[] }[]> = {
  'drm-accounts': () => {
    const key = randomBytes(32).toString('base64')

    return [
      {
        data: {
          axinomKey: key,
          axinomKeyId: randomUUID(),
          axinomPlayready: 'https://play.example/licence',
          axinomWidevine: 'https://wide.example/licence',
          provider: 'axinom',
        },
        secrets: [key],
      },
    ]
  },
  'payment-accounts': () =>
    Object.entries(KEYS_OF).map(([provider, names]) => {
      const keys = keysNamed(names)

      return { data: { provider, ...keys }, secrets: Object.values(keys) }
    }),
  'sign-in-providers': () => {
    const secret = planted()

    return [
      {
        data: { clientId: 'client', clientSecret: secret, kind: 'google', position: 1 },
        secrets: [secret],
      },
    ]
  },
  'speech-accounts': () => {
    const apiKey = planted()

    return [{ data: { address: 'https://speech.example', apiKey }, secrets: [apiKey] }]
  },
  'video-accounts': () =>
    Object.entries(VIDEO_KEYS_OF).map(([provider, names]) => {
      const keys = {
        ...keysNamed(names),
        ...(provider === 'bunny' && { bunnyHost: 'vz-1.b-cdn.net' }),
      }
      const isOpen = (name: string): boolean => (OPEN_KEYS as readonly string[]).includes(name)
      const secrets = Object.entries(keys).filter(([name]) => !isOpen(name))

      return {
        data: { isActive: false, provider, ...keys },
        secrets: secrets.map(([, key]) => key),
      }
    }),
}

/** Everything that a dump of the database holds, as texts. */
const dump = async (): Promise<string> => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ t: string }>(`select t::text as t from ${name} t`)
    texts.push(...rows.map(({ t }) => t))
  }
  await client.end()

  return texts.join('\n')
}

/** Pays what somebody in France with that VAT id buys from a school with that tax id. */
const sold = async ({ taxId, vatId }: { taxId: string; vatId: string }) => {
  const make = commerceFactories(payload())
  const { offer, tenant } = await make.shop()
  await chargeTax(payload(), { rates: [{ country: 'FR', percent: 20 }], taxId, tenant })
  const user = { ...(await make.buyer(tenant)), emailVerified: true }
  const billing = { company: 'Atelier', country: 'FR', vatId }
  const placed = await call(checkout, {
    data: { billing, items: [{ offer }] },
    tenant,
    user,
  })
  expect(placed.status).toBe(201)
  const { order } = placed.body as { order: string }
  const invoice = await asTenant(tenant, async () => {
    const req = await requestOf()
    const found = await row<{ currency: string; session: string; total: number }>(
      req,
      sql`select currency, session, total::float8 as total from orders where id = ${order}`,
    )
    const { currency, session, total } = found ?? { currency: '', session: '', total: 0 }
    await inTransaction(req, () =>
      settleOrder({
        type: 'payment.succeeded',
        order,
        paid: { amount: total, currency, payment: `pay_${session}`, provider: 'test', session },
        req,
        tenant,
      }),
    )

    return (await row<{ id: string }>(req, sql`select id from invoices where order_id = ${order}`))
      ?.id
  })

  return { invoice: invoice ?? '', order, tenant }
}

const printed = ({ invoice, tenant }: { invoice: string; tenant: string }) =>
  asTenant(tenant, async () => invoiceText({ id: invoice, req: await requestOf(), tenant }))

describe('a dump of the database', () => {
  it('shows no key of another service, and every collection that keeps any is looked at', async () => {
    const keeping = payload()
      .config.collections.filter(({ flattenedFields }) =>
        flattenedFields.some(({ name }) => name === 'sealed'),
      )
      .map(({ slug }) => slug)
    expect(keeping.sort()).toEqual(Object.keys(WITH_KEYS).sort())
    const { tenant } = await schoolWith(payload())
    const secrets: string[] = []
    for (const [collection, rows] of Object.entries(WITH_KEYS)) {
      for (const { data, secrets: own } of rows()) {
        await asTenant(tenant, async () =>
          payload().create({
            collection: collection as never,
            data: { ...data, tenant } as never,
            overrideAccess: true,
            req: await requestOf(),
          }),
        )
        secrets.push(...own)
      }
    }
    const value = planted()
    await asTenant(tenant, () =>
      payload().create({
        collection: 'secrets',
        data: { name: 'one', tenant, value },
        overrideAccess: true,
      }),
    )
    const text = await dump()
    expect(secrets.length).toBeGreaterThan(8)
    expect([...secrets, value].filter((secret) => text.includes(secret))).toEqual([])
  })

  it('shows nothing that lets somebody in: passwords, keys of programs, second steps, and links that set a password', async () => {
    const { id, email, host, tenant } = await schoolWith(payload(), ['owner'])
    const browser = browserAt(host)
    await browser.signIn(email)
    const begun = await browser.post('account/second-factor/begin', { password: DEMO_PASSWORD })
    const key = await browser.post('keys', { name: 'Program', days: 30, scopes: ['courses.read'] })
    const link = await asTenant(tenant, async () =>
      passwordLink({
        account: id,
        lifetimeMs: 60_000,
        origin: `http://${host}`,
        req: await requestOf(),
        tenant,
      }),
    )
    const token = new URL(link).searchParams.get('token') ?? ''
    const secrets = [DEMO_PASSWORD, begun.body.secret, key.body.key, token]
    expect(secrets).toEqual(secrets.map(() => expect.stringMatching(/.{12}/)))
    const text = await dump()
    expect(secrets.filter((secret) => text.includes(String(secret)))).toEqual([])
    const set = await browserAt(host).post('auth/reset-password', {
      newPassword: 'another quiet harbour at dusk',
      token,
    })
    expect(set.status).toBe(200)
  })

  it('shows no tax id of a buyer or a school, which invoices and their readers show as before', async () => {
    const [taxId, vatId] = ['DE811907980', 'FR40303265045']
    const sale = await sold({ taxId, vatId })
    const text = await dump()
    expect([taxId, vatId].filter((secret) => text.includes(secret))).toEqual([])
    expect(await printed(sale)).toMatchObject({ buyer: { vatId }, seller: { taxId } })
    const read = await asTenant(sale.tenant, async () => ({
      invoice: await payload().findByID({ id: sale.invoice, collection: 'invoices', depth: 0 }),
      order: await payload().findByID({ id: sale.order, collection: 'orders', depth: 0 }),
      school: await payload().findByID({ id: sale.tenant, collection: 'tenants', depth: 0 }),
    }))
    expect(read).toMatchObject({
      invoice: { buyer: { vatId }, seller: { taxId } },
      order: { billing: { vatId } },
      school: { settings: { invoicing: { taxId } } },
    })
  })

  it('keeps a school’s tax id through a change of something else, and of a school that is made with one', async () => {
    const taxId = 'IL514286327'
    const made = await asPlatform(() =>
      payload().create({
        collection: 'tenants',
        data: {
          name: 'With a number',
          slug: `number-${randomBytes(4).toString('hex')}`,
          settings: { invoicing: { taxId } },
        } as never,
        overrideAccess: true,
      }),
    )
    const changed = await asPlatform(() =>
      payload().update({
        id: made.id,
        collection: 'tenants',
        data: { name: 'Another name' },
        overrideAccess: true,
      }),
    )
    expect(changed.settings.invoicing?.taxId).toBe(taxId)
    expect(await dump()).not.toContain(taxId)
  })

  it('holds tax ids under the newest key alone after they were sealed anew, invoices too', async () => {
    const [taxId, vatId] = ['DE129273398', 'FR83404833048']
    const sale = await sold({ taxId, vatId })
    env().SEALING_KEYS = ['a newer master key of this installation']
    const done = await reseal()
    expect(done).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ column: 'buyer', left: 0, table: 'invoices' }),
        expect.objectContaining({ column: 'billing', left: 0, table: 'orders' }),
        expect.objectContaining({ column: 'settings_invoicing_tax_id', left: 0, table: 'tenants' }),
      ]),
    )
    expect(await reseal()).toEqual([])
    expect(await printed(sale)).toMatchObject({ buyer: { vatId }, seller: { taxId } })
    env().SEALING_KEYS = []
  })

  it('has what was kept in the open sealed by the next migration, once, and invoices guarded again', async () => {
    const [taxId, vatId] = ['DE143593636', 'FR27552032534']
    const sale = await sold({ taxId, vatId })
    const client = new pg.Client({ connectionString: env().DATABASE_URL })
    await client.connect()
    await client.query(`alter table invoices disable trigger lectern_written_once`)
    await client.query(
      `update invoices set buyer = jsonb_set(buyer, '{vatId}', to_jsonb($2::text)) where id = $1`,
      [sale.invoice, vatId],
    )
    await client.query(`alter table invoices enable trigger lectern_written_once`)
    await client.query(`update tenants set settings_invoicing_tax_id = $2 where id = $1`, [
      sale.tenant,
      taxId,
    ])
    await sealTaxIds(client)
    const text = await dump()
    await sealTaxIds(client)
    expect([taxId, vatId].filter((secret) => text.includes(secret))).toEqual([])
    expect(await dump()).toBe(text)
    expect(await printed(sale)).toMatchObject({ buyer: { vatId }, seller: { taxId } })
    for (const change of [`buyer = '{}'`, `number = 'X'`, `seller = seller`]) {
      for (const pool of [client, systemPool()]) {
        await expect(
          pool.query(`update invoices set ${change} where id = $1`, [sale.invoice]),
        ).rejects.toThrow('written once')
      }
    }
    await client.end()
  })
})
