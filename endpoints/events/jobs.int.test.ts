import { describe, expect, it } from '@jest/globals'

import type { JobFailure, WorkCount } from '@/operations/events/jobs'
import type { Reaction } from '@hooks/events/reaction'

import { systemPool } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { readJobs } from '@/operations/events/jobs'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { announce } from '@hooks/events/announce'

import { jobs } from './jobs'

const payload = testPayload()

type Answer = { failures: JobFailure[]; jobs: WorkCount[]; oldestWaiting: null | number }

/** A school whose own making left no jobs, with an owner and a student. */
const quietSchool = async () => {
  const make = factories(payload())
  const tenant = (await make.tenant()).id
  const owner = await make.user({ roles: ['owner'], tenant })
  const student = await make.user({ tenant })
  await systemPool().query(`delete from pgboss.job where data ->> 'tenant' = $1`, [tenant])

  return { owner, student, tenant }
}

const ofPage = () => ({ id: crypto.randomUUID(), collection: 'pages' })

const announceChanges = (tenant: string, times: number) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, async () => {
      for (let n = 0; n < times; n++) {
        await announce({ data: ofPage(), fact: 'content.changed', req, tenant })
      }
    })
  })

/** Ends or delays the first `count` waiting jobs of one reaction, as the queue would. */
const put = (tenant: string, count: number, set: string) =>
  systemPool().query(
    `update pgboss.job set ${set} where id in (
       select id from pgboss.job where data ->> 'tenant' = $1 and name = 'revalidatePagesOnContentChanged'
         and state = 'created' order by id limit $2)`,
    [tenant, count],
  )

const asked = async (school: Awaited<ReturnType<typeof quietSchool>>) => {
  const { body, status } = await call(jobs, { tenant: school.tenant, user: school.owner })
  expect(status).toBe(200)

  return body as Answer
}

describe('GET /api/jobs', () => {
  it('counts exactly what was announced, for each reaction, and nothing of another school', async () => {
    const [school, other] = [await quietSchool(), await quietSchool()]
    await announceChanges(school.tenant, 5)
    const names = (payload().config.custom.reactions as Reaction[])
      .filter(({ concerns, on }) => on === 'content.changed' && concerns(ofPage() as never))
      .map(({ name }) => name)
    const { jobs: counted, oldestWaiting } = await asked(school)

    expect(names.length).toBeGreaterThan(0)
    expect(new Map(counted.map(({ reaction, ...count }) => [reaction, count]))).toEqual(
      new Map(
        names.map((name) => [
          name,
          { active: 0, done: 0, failed: 0, oldestWaiting: expect.any(Number), waiting: 5 },
        ]),
      ),
    )
    expect(oldestWaiting).toBeLessThan(60)
    expect(await asked(other)).toEqual({ failures: [], jobs: [], oldestWaiting: null })
  })

  it('tells states apart, how long the oldest waits, and why the last ones failed', async () => {
    const school = await quietSchool()
    await announceChanges(school.tenant, 9)
    await put(school.tenant, 2, `state = 'completed', completed_on = now()`)
    await put(school.tenant, 1, `state = 'completed', completed_on = now() - interval '25 hours'`)
    await put(school.tenant, 1, `state = 'active', started_on = now()`)
    await put(
      school.tenant,
      1,
      `state = 'failed', retry_count = 5, completed_on = now(), output = '{"message":"The web answered 500."}'`,
    )
    await put(
      school.tenant,
      1,
      `state = 'retry', started_on = now() - interval '1 minute', created_on = now() - interval '2 minutes',
       output = '{"value":{"message":"job heartbeat timeout"}}'`,
    )
    const { failures, jobs: counted, oldestWaiting } = await asked(school)
    const name = 'revalidatePagesOnContentChanged'

    expect(counted.find(({ reaction }) => reaction === name)).toMatchObject({
      active: 1,
      done: 2,
      failed: 1,
      waiting: 4,
    })
    expect(oldestWaiting).toBeGreaterThanOrEqual(120)
    expect(oldestWaiting).toBeLessThan(180)
    const at: unknown = expect.any(String)
    const about = { at, reaction: name, tenant: school.tenant }
    expect(failures).toEqual([
      { ...about, attempts: 6, isFinal: true, reason: 'The web answered 500.' },
      { ...about, attempts: 1, isFinal: false, reason: 'job heartbeat timeout' },
    ])
  })

  it('shows the platform the jobs of every school', async () => {
    const [one, two] = [await quietSchool(), await quietSchool()]
    const waiting = () =>
      asPlatform(async () => {
        const { jobs: counted } = await readJobs({ req: await requestOf() })

        return (
          counted.find(({ reaction }) => reaction === 'revalidatePagesOnContentChanged')?.waiting ??
          0
        )
      })
    const before = await waiting()
    await announceChanges(one.tenant, 2)
    await announceChanges(two.tenant, 3)

    expect(await waiting()).toBe(before + 5)
  })

  it('is for managers alone', async () => {
    const { student, tenant } = await quietSchool()

    expect(await call(jobs, { tenant, user: student })).toMatchObject({
      body: { code: 'forbidden' },
      status: 403,
    })
    expect(await call(jobs, { tenant })).toMatchObject({
      body: { code: 'signInRequired' },
      status: 401,
    })
  })
})
