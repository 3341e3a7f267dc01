import pg from 'pg'

import type { FactName } from '@/domain/facts'

import { env } from '@/env'
import { newId } from '@/newId'
import { reactionsOf, runReaction } from '@/operations/events/runReaction'
import { testPayload } from '@/test/harness'

import type { Table } from './tables'

import { FOREIGN_FACTS } from './foreignFacts'
import { rowsOf } from './tables'
import { leakedIn, twoSchools } from './twoSchools'

const payload = testPayload()

let owner: pg.Client
let here: string
let there: string
let tables: Table[]
const victims = new Map<string, string>()

beforeAll(async () => {
  owner = new pg.Client({ connectionString: env().DATABASE_URL })
  await owner.connect()
  const made = await twoSchools({ client: owner, payload: payload() })
  ;({ here, tables } = made)
  const { rows } = await owner.query<{ id: string }>(`select id from tenants where slug = 'ofek'`)
  there = rows[0]?.id ?? ''
  for (const table of tables) {
    const [id = ''] = await rowsOf({ client: owner, table, tenant: there })
    victims.set(table.name, id)
  }
}, 300_000)

afterAll(() => owner.end())

const of = (table: string): string => {
  const id = victims.get(table)
  if (!id) {
    throw new Error(`The other school has no row in ${table}.`)
  }

  return id
}

/** Of every table a checksum of the school's rows. */
const stateOf = async (tenant: string): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const { name, tenantColumn } of tables) {
    if (tenantColumn) {
      const { rows } = await owner.query<{ sum: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum
         from "${name}" t where ${tenantColumn} = $1`,
        [tenant],
      )
      found[name] = rows[0]?.sum ?? ''
    }
  }

  return found
}

/** Ids of the other school in rows of this one, by table. */
const strays = async (foreign: ReadonlySet<string>): Promise<string[]> => {
  const found: string[] = []
  for (const { name, tenantColumn } of tables) {
    if (tenantColumn) {
      const { rows } = await owner.query<{ text: string }>(
        `select t::text as text from "${name}" t where ${tenantColumn} = $1`,
        [here],
      )
      found.push(
        ...rows.flatMap(({ text }) => leakedIn(text, foreign).map((id) => `${name} ${id}`)),
      )
    }
  }

  return found
}

it('runs every job there is with ids of another school, and reaches nothing of it', async () => {
  const foreign = new Set(victims.values())
  const [before, known] = [await stateOf(there), await strays(foreign)]
  const { rows: addresses } = await owner.query<{ email: string }>(
    'select email from users where tenant_id = $1',
    [there],
  )
  const ran = new Set<FactName>()
  const failed: string[] = []
  for (const { name, on } of reactionsOf(payload())) {
    const job = { data: FOREIGN_FACTS[on](of), event: newId(), tenant: here }
    await runReaction({ name, job, payload: payload() }).catch((error: Error) => {
      // Refused by the wall between the schools, and rolled back.
      if ((error.cause as undefined | { code?: string })?.code !== '23503') {
        failed.push(`${name}: ${error.message}`)
      }
    })
    ran.add(on)
  }

  expect(await stateOf(there)).toEqual(before)
  expect((await strays(foreign)).filter((one) => !known.includes(one))).toEqual([])
  const { rows: mails } = await owner.query<{ to: string }>(
    `select "to" from emails where tenant_id = $1 and "to" = any($2)`,
    [here, addresses.map(({ email }) => email)],
  )
  expect(mails).toEqual([])
  expect(failed).toEqual([])
  expect(ran.size).toBeGreaterThan(60)
}, 300_000)
