import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'

import type { DayRates } from '@/domain/commerce/exchange'
import type { EcbServer } from '@/test/ecb/server'

import { schoolToRevalidate } from '@/adapters/cache/revalidate'
import { ecb } from '@/adapters/rates/ecb'
import { systemPool } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { env } from '@/env'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { commerceFactories } from '@/test/factories/commerce'
import { startEcb } from '@/test/ecb/server'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { health } from '@endpoints/tenancy/health'

import { fetchRates } from './exchangeRates'

const payload = testPayload()
const MONDAY: DayRates = { day: '2026-11-16', perEuro: { ILS: '4', USD: '1' } }
const TUESDAY: DayRates = { day: '2026-11-17', perEuro: { ILS: '4.4', USD: '1' } }
let server: EcbServer

const fetchFrom = () => fetchRates({ payload: payload(), source: ecb({ url: server.url }) })

beforeAll(async () => {
  server = await startEcb()
})
beforeEach(async () => {
  await systemPool().query('delete from lectern_exchange_rates')
})
afterAll(() => server.close())

/** A school of dollars whose shekels follow the rates of the day. */
const room = async (conversion = 'daily') => {
  const made = await commerceFactories(payload()).shop()
  await asPlatform(() =>
    payload().update({
      id: made.tenant,
      collection: 'tenants',
      data: {
        settings: { currencies: [{ conversion, currency: 'ILS', rate: '4', rounding: 'whole' }] },
      } as never,
      depth: 0,
      overrideAccess: true,
    }),
  )

  return made
}

/** The days of whose rates a school was told. */
const toldOf = (tenant: string): Promise<string[]> =>
  asTenant(tenant, async () =>
    (
      await rows<{ day: string }>(
        await requestOf(),
        sql`select data ->> 'day' as day from events where fact = 'rates.changed' order by id`,
      )
    ).map(({ day }) => day),
  )

/** Stores rates as a process does that ends before it says so. */
const storeOnly = ({ day, perEuro }: DayRates) =>
  systemPool().query(
    `insert into lectern_exchange_rates (day, currency, rate) select $1::date, e.key, e.value::numeric from json_each_text($2::json) e`,
    [day, JSON.stringify(perEuro)],
  )

/** Runs `run` while the database takes no entry in the journal of a school. */
const whileBroken = async (tenant: string, run: () => Promise<unknown>): Promise<void> => {
  const owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  await owner.query(
    `alter table events add constraint broken check (tenant_id <> '${tenant}') not valid`,
  )
  await run()
  await owner.query('alter table events drop constraint broken')
  await owner.end()
}

describe('rates of a new day', () => {
  it('are told once to each school that converts by them, however many fetch at once', async () => {
    const { tenant } = await room()
    const { tenant: other } = await room('own')
    server.say(MONDAY)
    await Promise.all([fetchFrom(), fetchFrom(), fetchFrom()])
    server.say(TUESDAY)
    await Promise.all([fetchFrom(), fetchFrom()])

    expect(await toldOf(tenant)).toEqual(['2026-11-16', '2026-11-17'])
    expect(await toldOf(other)).toEqual([])
  })

  it('are told later where the process ended before it could, even when the feed is away by then', async () => {
    const { tenant } = await room()
    await storeOnly(MONDAY)
    server.say(null)
    await fetchFrom()

    expect(await toldOf(tenant)).toEqual(['2026-11-16'])
  })

  it('are told to all others where one school fails, and to that one in the next round', async () => {
    const schools = [await room(), await room(), await room()].map(({ tenant }) => tenant)
    const [, failing = ''] = schools
    const error = jest.spyOn(payload().logger, 'error')
    server.say(MONDAY)
    await whileBroken(failing, async () => {
      expect(await fetchFrom()).toBe(2)
    })
    const during = await Promise.all(schools.map(toldOf))
    const said = error.mock.calls.map(([about, text]) => [about, text])
    error.mockRestore()
    await fetchFrom()

    expect(during).toEqual([['2026-11-16'], [], ['2026-11-16']])
    expect(said).toEqual([
      [expect.objectContaining({ tenant: failing }), expect.stringContaining('told')],
    ])
    expect(await Promise.all(schools.map(toldOf))).toEqual(schools.map(() => ['2026-11-16']))
  })

  it('have a course’s page made anew, which then shows the new price', async () => {
    const { course, tenant } = await room()
    const shekels = () =>
      asTenant(tenant, async () => {
        const [first] = await courseOffers({ courses: [course], req: await requestOf() })

        return first?.prices?.find(({ currency }) => currency === 'ILS')?.amount
      })
    server.say(MONDAY)
    await fetchFrom()
    await settleOnly(payload(), 'revalidatePagesOnRatesChanged')
    expect(await shekels()).toBe(19_600)
    server.say(TUESDAY)
    await fetchFrom()
    const asked = jest.spyOn(globalThis, 'fetch')
    await settleOnly(payload(), 'revalidatePagesOnRatesChanged')
    const dropped = asked.mock.calls.flatMap(([url, init]) =>
      String(url as string).endsWith('/internal/revalidate')
        ? [schoolToRevalidate(JSON.parse(init?.body as string))]
        : [],
    )
    asked.mockRestore()

    expect(dropped).toContain(tenant)
    expect(await shekels()).toBe(21_600)
  })
})

describe('the health check', () => {
  const rates = async (tenant: string) =>
    ((await call(health, { tenant })).body as { rates: unknown }).rates

  it('says how old the rates are, and is not worse for a feed that is away', async () => {
    const { tenant } = await room()
    expect(await rates(tenant)).toBeNull()
    await storeOnly(MONDAY)
    await systemPool().query(
      `update lectern_exchange_rates set fetched_at = now() - interval '50 hours 30 minutes'`,
    )
    await systemPool().query(
      `insert into lectern_workers (id, seen_at) values ('here', now()) on conflict (id) do update set seen_at = now()`,
    )
    server.say(null)
    await fetchFrom()
    const { body, status } = await call(health, { tenant })

    expect(status).toBe(200)
    expect(body).toMatchObject({ ok: true, rates: { ageInHours: 50, day: '2026-11-16' } })
  })
})
