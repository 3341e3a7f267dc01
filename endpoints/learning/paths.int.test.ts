import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { OwnPath } from '@/operations/learning/paths'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { completeLesson } from '@/operations/learning/complete'
import { issuePathCertificate } from '@/operations/certificates/issue'
import { rollUp } from '@/operations/learning/rollUp'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { joinPath, ownPath } from './paths'

const payload = testPayload()

type Step = { count?: number; isRequired?: boolean; unlock?: 'after' | 'atOnce' | 'count' }

/** A school with a path of courses of one lesson each, all free but those in `paid`, and a learner. */
const wayOf = async (steps: readonly Step[], paid: readonly number[] = []) => {
  const rooms = classrooms(payload())
  const tenant = (await rooms.tenant()).id
  const courses: { course: string; lesson: string }[] = []
  for (const [at] of steps.entries()) {
    const course = (await rooms.course({ tenant })).id
    const section = (await rooms.section({ course, tenant })).id
    const lesson = await rooms.lessonIn({
      course,
      isRequired: true,
      kind: 'text',
      section,
      tenant,
    })
    if (!paid.includes(at)) {
      await commerceFactories(payload()).offer({ course, kind: 'free', prices: [], tenant })
    }
    courses.push({ course, lesson })
  }
  const path = (
    await rooms.path({
      course: '',
      steps: steps.map((step, at) => ({
        blockType: 'step',
        course: courses[at]?.course,
        isRequired: true,
        unlock: 'after',
        ...step,
      })) as never,
      tenant,
    })
  ).id
  const learner = await rooms.user({ tenant })

  return { courses, learner, path, rooms, tenant }
}

type Way = Awaited<ReturnType<typeof wayOf>>

const join = async ({ learner: user, path, tenant }: Way) =>
  call(joinPath, { params: { id: path }, tenant, user })

const mine = async ({ learner: user, path, tenant }: Way) =>
  (await call(ownPath, { params: { id: path }, tenant, user })).body as OwnPath

const inSchool = async <T>({ tenant }: Way, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<T>(await requestOf(), statement))

/** Completes the course of a step, and lets everything follow from it. */
const finish = async (way: Way, at: number, { follows = true } = {}) => {
  const { course, lesson } = way.courses[at] ?? { course: '', lesson: '' }
  const { learner, tenant } = way
  const [seat] = await inSchool<{ id: string }>(
    way,
    sql`select id from enrollments where course_id = ${course} and learner_id = ${learner.id}`,
  )
  const enrollment = seat?.id ?? ''
  await asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, () =>
      completeLesson({ req, seat: { course, enrollment, learner: learner.id, lesson }, tenant }),
    )
    await inTransaction(req, () => rollUp({ enrollment, req, tenant }))
  })
  if (follows) {
    await settle()
  }
}

const states = ({ steps }: OwnPath) =>
  steps.map(({ isEnrolled, state }) => `${state}${isEnrolled ? ' in' : ''}`)

const certificates = (way: Way) =>
  inSchool<{ title: string }>(
    way,
    sql`select course_title as title from certificates where member_id is not null`,
  )

describe('a learning path', () => {
  it('opens its free courses one after the other, and ends in one certificate', async () => {
    const way = await wayOf([{}, {}, { isRequired: false, unlock: 'atOnce' }])
    expect(await mine(way)).toMatchObject({ isMember: false, percent: 0 })
    expect((await join(way)).status).toBe(200)
    expect(states(await mine(way))).toEqual(['open in', 'locked', 'open in'])

    await finish(way, 0)
    expect(await mine(way)).toMatchObject({ certificate: null, completedAt: null, percent: 50 })
    expect(states(await mine(way))).toEqual(['done in', 'open in', 'open in'])

    await finish(way, 1)
    const done = await mine(way)
    expect(done).toMatchObject({ percent: 100 })
    expect(done.completedAt).not.toBeNull()
    expect(done.certificate).not.toBeNull()
    expect(await certificates(way)).toHaveLength(1)
  })

  it('is joined once, and completed once, however many ask at the same time', async () => {
    const way = await wayOf([{ unlock: 'atOnce' }, { unlock: 'atOnce' }])
    await Promise.all([join(way), join(way), join(way)])
    expect(await inSchool(way, sql`select id from path_members`)).toHaveLength(1)
    expect(await inSchool(way, sql`select id from enrollments`)).toHaveLength(2)

    await Promise.all([finish(way, 0, { follows: false }), finish(way, 1, { follows: false })])
    await Promise.all([settle(), settle()])
    await settle()
    const [member] = await inSchool<{ id: string }>(way, sql`select id from path_members`)
    await asTenant(way.tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        issuePathCertificate({ member: member?.id ?? '', req, tenant: way.tenant }),
      )
    })

    expect(
      await inSchool(way, sql`select id from events where fact = 'path.completed'`),
    ).toHaveLength(1)
    expect(await certificates(way)).toHaveLength(1)
  })

  it('leaves paid courses to their own offers, and counts them however they came', async () => {
    const way = await wayOf([{ unlock: 'atOnce' }, { count: 1, unlock: 'count' }], [0])
    await join(way)
    expect(states(await mine(way))).toEqual(['open', 'locked'])

    await way.rooms.enrolled({
      course: way.courses[0]?.course ?? '',
      learner: way.learner.id,
      tenant: way.tenant,
    })
    await finish(way, 0)
    expect(states(await mine(way))).toEqual(['done in', 'open in'])
  })

  it('counts what was completed before it was joined, and keeps it when a course is taken away', async () => {
    const way = await wayOf([{}, {}])
    await way.rooms.enrolled({
      course: way.courses[0]?.course ?? '',
      learner: way.learner.id,
      tenant: way.tenant,
    })
    await finish(way, 0)
    await join(way)
    expect(await mine(way)).toMatchObject({ percent: 50 })

    await inSchool(
      way,
      sql`update courses set deleted_at = now() where id in (${way.courses[0]?.course}, ${way.courses[1]?.course})`,
    )
    expect(await mine(way)).toMatchObject({ percent: 100, steps: [{ state: 'done' }] })
  })

  it('is found in its own school alone, and its courses are of that school', async () => {
    const [here, there] = [await wayOf([{}]), await wayOf([{}])]

    expect((await join({ ...here, path: there.path })).status).toBe(404)
    await expect(
      here.rooms.path({ course: there.courses[0]?.course ?? '', tenant: here.tenant }),
    ).rejects.toMatchObject({ status: 400 })
    await expect(
      here.rooms.path({
        course: '',
        steps: [here.courses[0], here.courses[0]].map((one) => ({
          blockType: 'step',
          course: one?.course,
          unlock: 'after',
        })) as never,
        tenant: here.tenant,
      }),
    ).rejects.toMatchObject({ status: 400 })
  })
})
