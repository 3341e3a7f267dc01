import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { mailLearnersOnCourseUpdateWritten } from '@hooks/marketing/courseUpdates'

import { courseUpdateReaders, writeCourseUpdate } from './courseUpdates'

const payload = testPayload()

type Mail = {
  data: object
  html: string
  locale: string
  subject: string
  text: string
  to: string
}

/** A course with a learner, more of them on demand, and an instructor. */
const room = async () => {
  const make = classrooms(payload())
  const { slug, course, learner, tenant } = await make.classroom()
  const instructor = await make.user({ roles: ['instructor'], tenant })
  const join = async (given: Parameters<typeof make.user>[0]) => {
    const user = await make.user({ ...given, tenant })
    await make.enrolled({ course, learner: user.id, tenant })

    return user
  }

  return { slug, course, instructor, join, learner, make, tenant }
}

type Room = Awaited<ReturnType<typeof room>>

const write = ({ course, instructor, tenant }: Room, message: unknown, user?: { id: string }) =>
  call(writeCourseUpdate, {
    data: { message },
    params: { id: course },
    tenant,
    user: user ?? instructor,
  })

const mailsOf = (tenant: string) =>
  asTenant(tenant, async () => {
    await settleOnly(payload(), 'mailLearnersOnCourseUpdateWritten')
    await settleOnly(payload(), 'sendQueuedEmail')

    return rows<Mail>(
      await requestOf(),
      sql`select "to", locale, subject, text, html, data from emails where kind = 'courseUpdate' order by "to"`,
    )
  })

const hourAgo = ({ course, tenant }: Room) =>
  asTenant(tenant, async () =>
    row(
      await requestOf(),
      sql`update course_updates set created_at = created_at - interval '1 hour' where course_id = ${course}`,
    ),
  )

describe('POST /api/courses/:id/updates', () => {
  it('mails every active learner once, in their language, with the message as text and the way in', async () => {
    const here = await room()
    const anna = await here.join({ name: 'Анна', locale: 'ru' })
    await here.join({ status: 'suspended' })
    await here.join({ status: 'banned' })
    await here.join({ status: 'pending' })
    const gone = await here.join({})
    await asTenant(here.tenant, async () =>
      row(
        await requestOf(),
        sql`update enrollments set status = 'revoked' where learner_id = ${gone.id}`,
      ),
    )
    const message = 'A <b>new</b> film.\n\nAnd {name} a list.'
    const answer = await write(here, `  ${message}\n`)

    expect(answer).toMatchObject({ body: { recipients: 2 }, status: 202 })
    const mails = await mailsOf(here.tenant)
    expect(mails.map(({ to }) => to).sort()).toEqual([anna.email, here.learner.email].sort())
    const russian = mails.find(({ to }) => to === anna.email)
    expect(russian?.locale).toBe('ru')
    expect(russian?.subject).toContain('Что нового')
    expect(russian?.text).toContain('And {name} a list.')
    expect(russian?.text).toContain(`/learn/${here.slug}`)
    expect(russian?.html).toContain('A &lt;b&gt;new&lt;/b&gt; film.')
    expect(russian?.data).toMatchObject({ message })
    expect(mails.find(({ to }) => to === here.learner.email)?.locale).toBe('en')
  })

  it('says beforehand how many it will reach', async () => {
    const here = await room()
    await here.join({})
    await here.join({ status: 'suspended' })
    const { course, instructor, tenant } = here
    const answer = await call(courseUpdateReaders, {
      params: { id: course },
      tenant,
      user: instructor,
    })

    expect(answer).toMatchObject({ body: { recipients: 2 }, status: 200 })
  })

  it('is one in an hour: the same message sends nothing more, another one waits', async () => {
    const here = await room()
    const first = await write(here, 'A new film')
    expect(await write(here, 'A new film ')).toMatchObject({ body: first.body, status: 202 })
    const other = await write(here, 'Another film')
    expect(other.status).toBe(429)
    expect(Number(other.headers.get('Retry-After'))).toBeGreaterThan(3590)
    expect(other.body).toEqual({
      code: 'tooMany',
      seconds: Number(other.headers.get('Retry-After')),
    })
    expect(await mailsOf(here.tenant)).toHaveLength(1)
    await hourAgo(here)

    expect((await write(here, 'Another film')).status).toBe(202)
    expect(await mailsOf(here.tenant)).toHaveLength(2)
  })

  it('is one update when sent by several at once', async () => {
    const here = await room()
    const same = await Promise.all(Array.from({ length: 4 }, () => write(here, 'A new film')))
    expect(new Set(same.map(({ body }) => (body as { id: string }).id)).size).toBe(1)
    expect(same.map(({ status }) => status)).toEqual([202, 202, 202, 202])

    const there = await room()
    const different = await Promise.all(['a', 'b', 'c'].map((message) => write(there, message)))
    expect(different.map(({ status }) => status).sort()).toEqual([202, 429, 429])
    expect(await mailsOf(here.tenant)).toHaveLength(1)
    expect(await mailsOf(there.tenant)).toHaveLength(1)
  })

  it.each([undefined, '', ' \n ', 'x'.repeat(2001), 7])(
    'refuses the message %j',
    async (message) => {
      const here = await room()
      const { body, status } = await write(here, message)

      expect([status, (body as { code: string }).code]).toEqual([400, 'badInput'])
    },
  )

  it('is for those who may edit the course, while it can be edited', async () => {
    const here = await room()
    const { make, tenant } = here
    const support = await make.user({ roles: ['support'], tenant })
    const stranger = await room()
    const answers = [
      await write(here, 'x', here.learner),
      await write(here, 'x', support),
      await write({ ...stranger, course: here.course }, 'x'),
      await call(writeCourseUpdate, {
        data: { message: 'x' },
        params: { id: here.course },
        tenant,
      }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 401])
    await asTenant(tenant, async () =>
      row(await requestOf(), sql`update courses set deleted_at = now() where id = ${here.course}`),
    )

    expect((await write(here, 'x')).status).toBe(404)
    expect(await mailsOf(tenant)).toEqual([])
  })
})

describe('an update of a course', () => {
  it('is mailed once to each learner of that time, though its reaction runs again and at once', async () => {
    const here = await room()
    const { course, join, tenant } = here
    const { body } = await write(here, 'A new film')
    const data = { courseUpdate: (body as { id: string }).id } as never
    await join({})
    const run = () =>
      asTenant(tenant, async () =>
        mailLearnersOnCourseUpdateWritten.run({
          data,
          event: 'again',
          req: await requestOf(),
          tenant,
        }),
      )
    await Promise.all([run(), run()])
    await run()
    expect(await mailsOf(tenant)).toHaveLength(1)

    const told = await asTenant(tenant, async () =>
      rows(await requestOf(), sql`select 1 from events where fact = 'courseUpdate.written'`),
    )
    expect(told).toHaveLength(1)
    expect(course).toBeDefined()
  })

  it('reaches thousands, each once, in several batches', async () => {
    const here = await room()
    const { course, tenant } = here
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        rows(
          req,
          sql`with u as (
                insert into users (id, tenant_id, name, email, email_verified, status)
                select uuidv7(), ${tenant}, 'Ada', 'ada-' || n || '@many.test', true, 'active'
                from generate_series(1, 4500) n returning id)
              insert into enrollments (id, tenant_id, learner_id, course_id, source, status, percent)
              select uuidv7(), ${tenant}, u.id, ${course}, 'staff', 'active', 0 from u`,
        ),
      )
    })
    expect(await write(here, 'A new film')).toMatchObject({ body: { recipients: 4501 } })
    await settleOnly(payload(), 'mailLearnersOnCourseUpdateWritten')
    const queued = await asTenant(tenant, async () =>
      row(
        await requestOf(),
        sql`select count(*)::int as count, count(distinct "to")::int as people from emails`,
      ),
    )

    expect(queued).toEqual({ count: 4501, people: 4501 })
  })
})
