import type { Payload } from 'payload'

import pg from 'pg'

import { asTenant } from '@/database/scope'
import { env } from '@/env'
import { seedPeople } from '@/seed/people'
import { requestOf, testPayload } from '@/test/harness'

import type { Actor } from './actors'
import type { Table } from './tables'

import { signIn } from './actors'
import { callsAt } from './calls'
import { rowsOf } from './tables'
import { leakedIn, twoSchools } from './twoSchools'

const HOST = 'aurora.localhost'

/** Everybody who stands at the host of the first school. */
export const ACTORS = [
  'anonymous',
  'student of A',
  'instructor of A',
  'owner of A',
  'owner of B, on the host of A',
  'platform staff, on the host of A',
] as const

/** The API on the host of the first school. */
export const api = callsAt(HOST)

/** Two schools, and everybody who stands at the host of the first. */
export type Walls = {
  actors: readonly Actor[]
  /** Whoever owns the first school. */
  boss: Actor
  foreign: ReadonlySet<string>
  /** The schema's owner, who sees everything. */
  owner: pg.Client
  payload: Payload
  school: string
  tables: readonly Table[]
  /** One id of the other school for each table. */
  victims: ReadonlyMap<string, string>
}

/** Raises the walls before a file's tests. */
export const setWalls = (): (() => Walls) => {
  const payload = testPayload()
  let walls: Walls
  beforeAll(async () => {
    const owner = new pg.Client({ connectionString: env().DATABASE_URL })
    await owner.connect()
    const { foreign, here, tables } = await twoSchools({ client: owner, payload: payload() })
    const { rows } = await owner.query<{ id: string }>(`select id from tenants where slug = 'ofek'`)
    const victims = new Map<string, string>()
    for (const table of tables) {
      const [id = ''] = await rowsOf({ client: owner, table, tenant: rows[0]?.id ?? '' })
      victims.set(table.name, id)
    }
    await asTenant(here, async () =>
      seedPeople({
        people: [{ name: 'Ida', email: 'instructor@aurora.test', roles: ['instructor'] }],
        req: await requestOf(),
        tenant: here,
      }),
    )
    const at = (host: string, email: string, nth: number) =>
      signIn({ name: ACTORS[nth] ?? '', email, host, payload: payload() })
    const boss = await at(HOST, 'owner@aurora.test', 3)
    const actors = [
      { name: ACTORS[0], cookie: '' },
      await at(HOST, 'student@aurora.test', 1),
      await at(HOST, 'instructor@aurora.test', 2),
      boss,
      await at('ofek.localhost', 'owner@ofek.test', 4),
      await at('localhost', 'super@lectern.test', 5),
    ]
    walls = { actors, boss, foreign, owner, payload: payload(), school: here, tables, victims }
  }, 300_000)
  afterAll(() => walls.owner.end())

  return () => walls
}

/** Does something for everybody at once: their calls wait for the database and for hashes in each other's time. */
export const byEach = async (
  actors: readonly Actor[],
  run: (actor: Actor) => Promise<void>,
): Promise<void> => {
  await Promise.all(actors.map(run))
}

export const tableOf = (slug: string): string => slug.replace(/-/g, '_')

/** Collections of ours, in the order of the configuration. */
export const collectionsOf = ({ payload }: Walls) =>
  payload.config.collections.filter(({ slug }) => !slug.startsWith('payload-'))

/** Ids of the other school that an answer gives away, apart from those that the caller sent. */
export const leaked = ({ foreign }: Walls, text: string, sent: string[] = []): string[] =>
  leakedIn(text, foreign).filter((id) => !sent.includes(id))
