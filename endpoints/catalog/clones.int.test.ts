import { sql } from '@payloadcms/db-postgres'

import type { CourseDate } from '@/domain/catalog/transfer/shift'
import type { WholeCourse } from '@/domain/catalog/transfer/pack'
import type { TransferReport } from '@/domain/catalog/transfer/report'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { packCourse } from '@/domain/catalog/transfer/pack'
import { normalForm } from '@/domain/catalog/transfer/packed'
import { shiftCourse } from '@/domain/catalog/transfer/shift'
import { readCourse } from '@/operations/catalog/transfer/read'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { wholeCourse } from '@/test/factories/wholeCourse'
import { call, requestOf, testPayload } from '@/test/harness'
import { ownerOf, reportOf, work } from '@/test/transfers'

import { clone, cloneDates } from './clones'

const payload = testPayload()

/** A school in Berlin with the whole course in it, and its owner. */
const room = async () => {
  const { id: tenant } = await factories(payload()).tenant()
  await systemPool().query(
    `update tenants set settings_time_zone = 'Europe/Berlin' where id = $1`,
    [tenant],
  )
  const made = await wholeCourse(payload(), { tenant })
  const user = await ownerOf(payload(), tenant)
  const ask = async (data: object, of = made.course) => {
    const { body, status } = await call(clone, { data, params: { id: of }, tenant, user })

    return { report: body as TransferReport & { code?: string }, status }
  }
  const cloned = async (data: object) => {
    const { report } = await ask({ key: crypto.randomUUID(), title: 'Light again', ...data })
    await work(payload())
    const [item] = (await reportOf(tenant, report.id, user)).items

    return item?.made ?? ''
  }

  return { ...made, ask, cloned, user }
}

const packed = (tenant: string, course: string) =>
  asTenant(tenant, async () => {
    const whole = (await readCourse({
      course,
      keepsLinks: true,
      req: await requestOf(),
    })) as WholeCourse

    return { ...packCourse(whole), whole }
  })

const count = async (tenant: string, table: string, where = sql`true`) => {
  const found = await asTenant(tenant, async () =>
    row<{ count: number }>(
      await requestOf(),
      sql`select count(*)::int as count from ${sql.identifier(table)} where ${where}`,
    ),
  )

  return found?.count ?? -1
}

describe('cloning a course', () => {
  it('copies all of it with every date shifted, and shares its files', async () => {
    const { cloned, course, tenant } = await room()
    const before = await count(tenant, 'media')
    const made = await cloned({ days: 14 })
    const [original, copy] = [await packed(tenant, course), await packed(tenant, made)]
    const { packed: shifted } = shiftCourse(original.packed, { days: 14, zone: 'Europe/Berlin' })

    expect(normalForm(copy.packed)).toEqual(
      normalForm({ ...shifted, course: { ...shifted.course, title: 'Light again' } }),
    )
    expect(copy.packed.slug).toBe('light-again')
    expect([...copy.files.values()]).toEqual([...original.files.values()])
    expect(await count(tenant, 'media')).toBe(before)
    const live = copy.packed.sections
      .flatMap(({ lessons }) => lessons)
      .find(({ fields }) => fields.kind === 'live')
    // Summer time begins in Berlin on 28 March 2027: eleven o'clock stays eleven o'clock.
    expect(live?.fields.live).toMatchObject({ startsAt: '2027-04-03T09:00:00.000Z' })
  })

  it('leaves quizzes, lessons and learners of the original alone', async () => {
    const { cloned, course, quiz, tenant } = await room()
    const make = classrooms(payload())
    const learner = await make.user({ tenant })
    await make.enrolled({ course, learner: learner.id, tenant })
    await commerceFactories(payload()).offer({ course, tenant })
    const made = await cloned({})
    const of = sql`course_id = ${made}`
    const counts = []
    for (const table of ['enrollments', 'offers', 'reviews', 'order_lines', 'progress']) {
      counts.push(await count(tenant, table, of))
    }
    expect(counts).toEqual([0, 0, 0, 0, 0])
    expect(
      await count(tenant, 'lessons', sql`${of} and (quiz_id = ${quiz} or _status = 'published')`),
    ).toBe(0)
    expect(await count(tenant, 'courses', sql`id = ${made} and _status = 'draft'`)).toBe(1)
    expect(await count(tenant, 'enrollments', sql`course_id = ${course}`)).toBe(1)
  })

  it('keeps who teaches it, and links to other courses of the school', async () => {
    const { before, cloned, course, tenant, user } = await room()
    await asTenant(tenant, () =>
      payload().update({
        id: course,
        collection: 'courses',
        data: { instructor: user.id },
        overrideAccess: true,
      }),
    )
    const { packed: copy, whole } = await packed(tenant, await cloned({ days: 1 }))

    expect(whole.course.instructor).toBe(user.id)
    expect(JSON.stringify(copy.sections)).toContain(before)
  })

  it('is one clone, however often it is asked under one key', async () => {
    const { ask, tenant, user } = await room()
    const asked = { days: 7, key: crypto.randomUUID(), title: 'Once' }
    const answers = await Promise.all([ask(asked), ask(asked), ask(asked)])
    await work(payload())
    await ask(asked)
    await work(payload())

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(new Set(answers.map(({ report }) => report.id)).size).toBe(1)
    expect(await count(tenant, 'courses', sql`title = 'Once'`)).toBe(1)
    expect(await reportOf(tenant, answers[0]?.report.id ?? '', user)).toMatchObject({
      name: 'Once',
      done: 1,
      kind: 'clone',
      status: 'done',
    })
  })

  it('is refused where the school is full, to those who may not, and for what is not there', async () => {
    const { ask, course, tenant } = await room()
    const good = { days: 0, key: crypto.randomUUID(), title: 'More' }
    const learner = await factories(payload()).user({ tenant })
    const as = (user?: { id: string }) =>
      call(clone, { data: good, params: { id: course }, tenant, user })

    expect((await as()).status).toBe(401)
    expect((await as(learner)).status).toBe(403)
    expect((await ask(good, crypto.randomUUID())).status).toBe(404)
    for (const wrong of [{ days: 0.5 }, { days: 4000 }, { title: ' ' }, { key: 'once' }]) {
      expect((await ask({ ...good, ...wrong })).status).toBe(400)
    }
    await systemPool().query('update tenants set settings_limits_courses = 1 where id = $1', [
      tenant,
    ])
    const { report, status } = await ask(good)
    expect([status, report.code]).toEqual([422, 'limitReached'])
  })
})

describe('the dates of a clone', () => {
  it('are shown before it is made, as clocks show them', async () => {
    const { course, tenant, user } = await room()
    const { body } = await call(cloneDates, {
      params: { id: course },
      query: { days: '14' },
      tenant,
      user,
    })

    expect(body).toEqual({
      dates: [
        { after: '2027-04-02T08:00', before: '2027-03-19T08:00', kind: 'release', title: 'Live' },
        { after: '2027-04-03T10:00', before: '2027-03-20T10:00', kind: 'review', title: 'Checked' },
        { after: '2027-04-03T11:00', before: '2027-03-20T11:00', kind: 'opens', title: 'Live' },
        { after: '2027-04-03T12:00', before: '2027-03-20T12:00', kind: 'closes', title: 'Live' },
        { after: '2027-04-05T12:00', before: '2027-03-22T12:00', kind: 'due', title: 'Work' },
      ] satisfies CourseDate[],
      total: 5,
    })
    const plain = await classrooms(payload()).course({ tenant })
    const none = await call(cloneDates, { params: { id: plain.id }, tenant, user })
    expect(none.body).toEqual({ dates: [], total: 0 })
  })
})
