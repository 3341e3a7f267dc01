import { sql } from '@payloadcms/db-postgres'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

import type { MailOrder } from './queueEmails'

import { queueEmail } from './queueEmail'
import { queueEmails } from './queueEmails'

const payload = testPayload()

const orders = (count: number): MailOrder<'enrolled'>[] =>
  Array.from({ length: count }, (_, n) => ({
    data: { name: `«Noa» ${n}`, course: `O'Neill "${n}" \\`, url: `http://a.localhost/${n}` },
    key: `letter:${n}`,
    locale: n % 2 ? 'he' : 'ru',
    template: 'enrolled',
    to: `noa-${n}@example.com`,
  }))

const school = async () => (await factories(payload()).tenant()).id

const queue = (tenant: string, emails: MailOrder<'enrolled'>[]) =>
  asTenant(tenant, async () => queueEmails({ emails, req: await requestOf() }))

type Written = { emails: number; events: number; jobs: number; pairs: number; priorities: number[] }

/** Mails, facts and jobs of a school, and how many of them belong together. */
const written = async (tenant: string): Promise<undefined | Written> =>
  (
    await systemPool().query<Written>(
      `select count(distinct e.id)::int as emails, count(distinct f.id)::int as events,
         count(distinct j.id)::int as jobs, count(*)::int as pairs,
         coalesce(array_agg(distinct j.priority), '{}') as priorities
       from emails e
       full join events f on f.data ->> 'email' = e.id::text and f.tenant_id = e.tenant_id
       full join pgboss.job j on j.data ->> 'event' = f.id::text and j.name = 'sendQueuedEmail'
         and j.data -> 'data' = f.data and j.data ->> 'tenant' = f.tenant_id::text
       where coalesce(e.tenant_id, f.tenant_id) = $1 and (f.fact is null or f.fact = 'email.queued')`,
      [tenant],
    )
  ).rows[0]

describe('many mails', () => {
  it('are each queued once with one fact and one job, however often they are ordered', async () => {
    const tenant = await school()
    const many = orders(500)

    expect(await queue(tenant, [...many, ...many.slice(100, 200), ...many.slice(0, 1)])).toBe(500)
    expect(await queue(tenant, orders(510))).toBe(10)
    expect(await written(tenant)).toEqual({
      emails: 510,
      events: 510,
      jobs: 510,
      pairs: 510,
      priorities: [-1],
    })
    const found = await asTenant(tenant, async () =>
      row(
        await requestOf(),
        sql`select "to", kind, locale, data, status from emails where dedupe_key = 'letter:401'`,
      ),
    )
    const [ordered] = orders(402).slice(-1)
    expect(found).toEqual({
      data: ordered?.data,
      kind: 'enrolled',
      locale: 'he',
      status: 'queued',
      to: 'noa-401@example.com',
    })
  })

  it('are queued once when ordered by several at the same time, and each school has its own', async () => {
    const [one, two] = [await school(), await school()]
    const counts = await Promise.all(
      [one, one, one, two].map((tenant) => queue(tenant, orders(60))),
    )

    expect(counts.slice(0, 3).reduce((sum, count) => sum + count)).toBe(60)
    expect(counts[3]).toBe(60)
    expect(await written(one)).toMatchObject({ emails: 60, events: 60, jobs: 60, pairs: 60 })
  })

  it('are gone with the transaction that ordered them, and none is none', async () => {
    const tenant = await school()
    const broken = asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, async () => {
        await queueEmails({ emails: orders(20), req })
        throw new Error('changed my mind')
      })
    })

    await expect(broken).rejects.toThrow('changed my mind')
    expect(await queue(tenant, [])).toBe(0)
    expect(await written(tenant)).toMatchObject({ emails: 0, events: 0, jobs: 0 })
  })

  it('wait behind a mail that somebody waits for', async () => {
    const tenant = await school()
    await queue(tenant, orders(3))
    const [one] = orders(1)
    await asTenant(tenant, async () => {
      const { data, locale, template, to } = {
        ...one,
        template: 'enrolled' as const,
      } as MailOrder<'enrolled'>
      await queueEmail({ data, key: 'prompt', locale, req: await requestOf(), template, to })
    })

    expect(await written(tenant)).toMatchObject({ emails: 4, priorities: [-1, 0] })
  })
})
