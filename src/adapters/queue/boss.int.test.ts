import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import { PgBoss } from 'pg-boss'

import { roleUrl } from '@/database/roles'
import { asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { systemPool } from '@/database/hosts'
import { env } from '@/env'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { announce } from '@hooks/events/announce'

import { sending } from './send'

const payload = testPayload()

const QUEUE = 'revalidatePagesOnContentChanged'

const asOwner = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Has pg-boss itself send a job; answers the text of its statement, in which it says where it calls its workers. */
const sendByBoss = async (data: object): Promise<string> => {
  const boss = new PgBoss({
    connectionString: roleUrl('lectern_system'),
    createSchema: false,
    max: 1,
    migrate: false,
    schedule: false,
    supervise: false,
  })
  await boss.start()
  let asked = ''
  await boss.insert(QUEUE, [{ data, priority: -1 }], {
    db: {
      executeSql: async (text, values) => {
        asked = text

        return systemPool().query(text, values)
      },
    },
  })
  await boss.stop({ graceful: false })

  return asked
}

const send = (
  tenant: string,
  name: string,
  data: { data: object; event: string; tenant: string },
) =>
  asTenant(tenant, async () => {
    const req = await requestOf()

    return inTransaction(req, () =>
      row<{ count: number }>(
        req,
        sql`with ${sending([{ name, data }], 'bulk')} select count(*)::int as count from sent`,
      ),
    )
  })

/** What the queue holds of an event, but for what differs from job to job. */
const jobsOf = async (event: string) => {
  const { rows } = await systemPool().query<{ job: object }>(
    `select to_jsonb(j) - '{id, data, created_on, start_after, keep_until}'::text[]
       || jsonb_build_object('kept', j.keep_until - j.start_after, 'data', j.data - 'event') as job
     from pgboss.job j where j.data ->> 'event' = $1`,
    [event],
  )

  return rows.map(({ job }) => job)
}

const told = (tenant: string, beforehand = () => Promise.resolve()) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const data = { id: crypto.randomUUID(), collection: 'pages' }
    await inTransaction(req, async () => {
      await beforehand()
      await announce({ data, fact: 'content.changed', req, tenant })
    })
  })

describe('the sending half of the queue', () => {
  it('sends jobs as pg-boss itself does, and calls its workers where it does', async () => {
    const tenant = (await factories(payload()).tenant()).id
    const [theirs, ours] = [crypto.randomUUID(), crypto.randomUUID()]
    const asked = await sendByBoss({ data: {}, event: theirs, tenant })
    const channel = /pg_notify\((\('pgboss_'.*\)), '/.exec(asked)?.[1]
    expect(channel).toBeDefined()
    const heard = await asOwner(async (client) => {
      const { rows } = await client.query<{ channel: string }>(`select ${channel} as channel`)
      await client.query(`listen ${rows[0]?.channel}`)
      const notice = new Promise((resolve) =>
        client.once('notification', (message) => resolve(message.payload)),
      )
      expect(await send(tenant, QUEUE, { data: {}, event: ours, tenant })).toEqual({ count: 1 })

      return notice
    })

    expect(heard).toBe(QUEUE)
    const [job, ...others] = await jobsOf(ours)
    expect(others).toEqual([])
    expect(job).toEqual((await jobsOf(theirs))[0])
    expect(job).toBeDefined()
  })

  it('sends nothing to a queue that is not there, and says so', async () => {
    const tenant = (await factories(payload()).tenant()).id
    const data = { data: {}, event: crypto.randomUUID(), tenant }
    expect(await send(tenant, 'noSuchReaction', data)).toEqual({ count: 0 })
  })

  it('sends while the database lets in nobody new', async () => {
    const tenant = (await factories(payload()).tenant()).id
    const database = new URL(env().DATABASE_URL).pathname.slice(1)
    await asOwner(async (owner) => {
      await told(tenant, async () => {
        await owner.query(`revoke connect on database "${database}" from public`)
      })
      await owner.query(`grant connect on database "${database}" to public`)
    })
    await told(tenant)
    const { rows } = await systemPool().query(
      `select 1 from events where tenant_id = $1 and data ->> 'collection' = 'pages'`,
      [tenant],
    )
    expect(rows).toHaveLength(2)
  })
})
