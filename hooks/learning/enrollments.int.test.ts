import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { runReaction } from '@/operations/events/runReaction'
import { sayCompleted } from '@/operations/learning/complete'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

const payload = testPayload()
const rooms = () => classrooms(payload())

const react = ({ name, data, tenant }: { data: object; name: string; tenant: string }) =>
  runReaction({ name, job: { data, event: crypto.randomUUID(), tenant }, payload: payload() })

const inSchool = async (tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

/** A paid order of one course. */
const paidOrder = async ({ total = 4900 }: { total?: number } = {}) => {
  const make = commerceFactories(payload())
  const { course, offer, tenant } = await make.shop()
  const { id: buyer } = await make.buyer(tenant)
  const another = async () => {
    const [order, line] = [crypto.randomUUID(), crypto.randomUUID()]
    await inSchool(
      tenant,
      sql`insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency)
          values (${order}, ${tenant}, ${order}, ${buyer}, 'paid', ${total}, 0, 0, ${total}, 'USD')`,
    )
    await inSchool(
      tenant,
      sql`insert into order_lines (id, tenant_id, order_id, offer_id, course_id, title, base, discount, tax, total)
          values (${line}, ${tenant}, ${order}, ${offer}, ${course}, 'Course', ${total}, 0, 0, ${total})`,
    )

    return order
  }

  return { another, buyer, course, order: await another(), tenant }
}

const ENROLLED = sql`select learner_id as learner, course_id as course, source, status, order_id as order from enrollments`
const CREATED = sql`select id from events where fact = 'enrollment.created'`

describe('a paid order', () => {
  it('enrolls its buyer once, however often and however many at once it is told of', async () => {
    const { buyer, course, order, tenant } = await paidOrder()
    const told = () => react({ name: 'enrollOnOrderPaid', data: { order }, tenant })
    await Promise.all([told(), told(), told()])
    await told()

    expect(await inSchool(tenant, ENROLLED)).toEqual([
      { course, learner: buyer, order, source: 'order', status: 'active' },
    ])
    expect(await inSchool(tenant, CREATED)).toHaveLength(1)
  })

  it('of nothing to pay enrolls as a free offer', async () => {
    const { order, tenant } = await paidOrder({ total: 0 })
    await react({ name: 'enrollOnOrderPaid', data: { order }, tenant })

    expect(await inSchool(tenant, ENROLLED)).toMatchObject([{ source: 'free' }])
  })

  it('opens again what was revoked when it is a new one, not when it is the same', async () => {
    const { another, order, tenant } = await paidOrder()
    await react({ name: 'enrollOnOrderPaid', data: { order }, tenant })
    await inSchool(tenant, sql`update enrollments set status = 'revoked'`)
    await react({ name: 'enrollOnOrderPaid', data: { order }, tenant })
    expect(await inSchool(tenant, ENROLLED)).toMatchObject([{ status: 'revoked' }])

    const next = await another()
    await react({ name: 'enrollOnOrderPaid', data: { order: next }, tenant })
    expect(await inSchool(tenant, ENROLLED)).toMatchObject([{ order: next, status: 'active' }])
    expect(await inSchool(tenant, CREATED)).toHaveLength(1)
  })
})

describe('an enrollment made by staff', () => {
  it('is announced too', async () => {
    const room = await rooms().classroom()
    const learner = await rooms().user({ tenant: room.tenant })
    await asTenant(room.tenant, async () =>
      payload().create({
        collection: 'enrollments',
        data: {
          course: room.course,
          learner: learner.id,
          percent: 0,
          source: 'staff',
          status: 'active',
          tenant: room.tenant,
        },
        depth: 0,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )

    expect(await inSchool(room.tenant, CREATED)).toHaveLength(2)
  })
})

type Room = Awaited<ReturnType<ReturnType<typeof rooms>['classroom']>>

const complete = ({ learner, tenant }: Room, lesson: string | undefined) =>
  asTenant(tenant, async () => {
    const req = await requestOf(learner)
    await inTransaction(req, () =>
      sayCompleted({ learner: learner.id, lesson: lesson ?? '', req, tenant }),
    )
  })

const enrollmentOf = async ({ tenant }: Room) =>
  asTenant(tenant, async () =>
    row<{ completed: boolean; id: string; percent: number }>(
      await requestOf(),
      sql`select id, percent::int as percent, completed_at is not null as completed from enrollments`,
    ),
  )

const text = { kind: 'text' as const }

describe('the percentage of a course', () => {
  it('is counted anew when lessons come, go and change, and a completed course stays completed', async () => {
    const room = await rooms().classroom({ lessons: [text, text, { ...text, isRequired: false }] })
    const { course, section, tenant } = room
    const [first, second] = room.lessons
    const changed = (id: string | undefined) =>
      react({ name: 'recountOnContentChanged', data: { id, collection: 'lessons' }, tenant })
    const finished = () =>
      inSchool(tenant, sql`select id from events where fact = 'course.completed'`)
    await complete(room, first)
    await changed(first)
    expect(await enrollmentOf(room)).toMatchObject({ completed: false, percent: 50 })

    const added = await rooms().lessonIn({ course, section, tenant, ...text })
    await changed(added)
    expect(await enrollmentOf(room)).toMatchObject({ completed: false, percent: 33 })

    await inSchool(tenant, sql`update lessons set deleted_at = now() where id = ${added}`)
    await changed(added)
    expect(await enrollmentOf(room)).toMatchObject({ percent: 50 })

    await inSchool(tenant, sql`update lessons set is_required = false where id = ${second}`)
    await Promise.all([changed(second), changed(second)])
    expect(await enrollmentOf(room)).toMatchObject({ completed: true, percent: 100 })
    expect(await finished()).toHaveLength(1)

    await inSchool(tenant, sql`update lessons set deleted_at = null where id = ${added}`)
    await changed(added)
    expect(await enrollmentOf(room)).toMatchObject({ completed: true, percent: 50 })
    await complete(room, added)
    await changed(added)
    expect(await enrollmentOf(room)).toMatchObject({ completed: true, percent: 100 })
    expect(await finished()).toHaveLength(1)
  })

  it('is counted anew in the course that a lesson was moved from, and when a lesson is gone for good', async () => {
    const room = await rooms().classroom({ lessons: [text, text] })
    const { tenant } = room
    const [first, second] = room.lessons
    const elsewhere = (await rooms().course({ tenant })).id
    const section = (await rooms().section({ course: elsewhere, tenant })).id
    await complete(room, first)
    await asTenant(tenant, async () =>
      payload().update({
        id: second ?? '',
        collection: 'lessons',
        data: { section },
        depth: 0,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    await react({
      name: 'recountOnContentChanged',
      data: { id: second, collection: 'lessons' },
      tenant,
    })
    expect(await enrollmentOf(room)).toMatchObject({ completed: true, percent: 100 })

    await inSchool(tenant, sql`update enrollments set percent = 50`)
    await react({
      name: 'recountOnContentChanged',
      data: { id: crypto.randomUUID(), collection: 'lessons' },
      tenant,
    })
    expect(await enrollmentOf(room)).toMatchObject({ percent: 100 })
  })

  it('announces the end of the course once, though its last lessons end at once and are told of twice', async () => {
    const room = await rooms().classroom({ lessons: [text, text] })
    const { tenant } = room
    await Promise.all(room.lessons.map((lesson) => complete(room, lesson)))
    const enrollment = (await enrollmentOf(room))?.id
    await Promise.all(
      [...room.lessons, ...room.lessons].map((lesson) =>
        react({ name: 'rollUpOnLessonCompleted', data: { enrollment, lesson }, tenant }),
      ),
    )

    expect(await enrollmentOf(room)).toMatchObject({ completed: true, percent: 100 })
    expect(
      await inSchool(tenant, sql`select id from events where fact = 'course.completed'`),
    ).toHaveLength(1)
  })
})
