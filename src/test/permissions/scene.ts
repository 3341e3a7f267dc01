import type { Payload } from 'payload'

import pg from 'pg'

import type { Caller } from '@/domain/identity/permissions/grants'
import type { Table } from '@/test/isolation/tables'

import { env } from '@/env'
import { testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'
import { fillTables } from '@/test/isolation/planting'
import { twoSchools } from '@/test/isolation/twoSchools'

import type { Called } from './callers'

import { callersOf } from './callers'

/** The school's own host, on which everybody but staff of the platform stands. */
export const HOST = 'aurora.localhost'

/** Two schools with rows of every kind, and all whom the matrix names. */
export type Scene = {
  callers: readonly Called[]
  /** Whoever has the same roles in the other school, and comes to this one with that session. */
  guests: readonly Called[]
  other: string
  /** The schema's owner, who sees everything. */
  owner: pg.Client
  payload: Payload
  platform: string
  school: string
  tables: readonly Table[]
}

/** The API as `who` calls it, on the host where they stand. */
export const apiOf = ({ host }: Pick<Called, 'host'>) => callsAt(host)

/** Sets the scene before a file's tests, and takes it down after them. */
export const setScene = (): (() => Scene) => {
  const payload = testPayload()
  let scene: Scene
  beforeAll(async () => {
    const owner = new pg.Client({ connectionString: env().DATABASE_URL })
    await owner.connect()
    const { here: school, tables } = await twoSchools({ client: owner, payload: payload() })
    const idOf = async (slug: string) =>
      (await owner.query<{ id: string }>('select id from tenants where slug = $1', [slug])).rows[0]
        ?.id ?? ''
    const [platform, other] = [await idOf('platform'), await idOf('ofek')]
    await fillTables({ client: owner, tables, tenant: platform })
    const of = { payload: payload(), platform }
    const strangers = await callersOf({ ...of, host: 'ofek.localhost', tenant: other })
    scene = {
      callers: await callersOf({ ...of, host: HOST, tenant: school }),
      guests: strangers
        .filter(({ caller }) => caller !== 'visitor')
        .map((one) => ({ ...one, host: HOST })),
      other,
      owner,
      payload: payload(),
      platform,
      school,
      tables,
    }
  }, 300_000)
  afterAll(() => scene.owner.end())

  return () => scene
}

/** Everybody who asks, each with the column of the matrix that is theirs: guests are visitors. */
export const everybody = ({ callers, guests }: Scene): { as: Caller; who: Called }[] => [
  ...callers.map((who) => ({ as: who.caller, who })),
  ...guests.map((who) => ({ as: 'visitor' as const, who })),
]

/** Who somebody is, for a line that says what went wrong. */
export const named = (as: Caller, { caller }: Called): string =>
  as === caller ? caller : `${caller} of another school`
