import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { ReleaseRule } from '@/domain/catalog/release'
import type { Lock } from '@/domain/learning/entitlement'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { drips } from '@/test/factories/drips'
import { examRoom } from '@/test/factories/exams'
import { everyStatement } from '@/test/everyStatement'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { askerOf } from './asker'
import { startAttempt } from './attempts/start'
import { readCurriculum } from './curriculum'
import { pinCohort } from './editions/pin'
import { entitledCourses } from './entitlements'
import { lessonMediaOf } from './lessonMedia'
import { readLesson } from './lessonView'
import { seatOf } from './seat'

const payload = testPayload()
const make = () => drips(payload())

/** Numbers that are the same in every run: a linear congruential generator (Numerical Recipes). */
const numbers = (seed: number) => {
  let state = seed

  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0

    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = <T>(next: (below: number) => number, from: readonly T[]): T =>
  from[next(from.length)] as T

const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'open',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

const refusalOf = (lock: Lock | undefined): string =>
  lock === null
    ? 'open'
    : lock === 'ended'
      ? 'accessEnded'
      : ['after', 'grade', 'notYet'].includes(String(lock))
        ? 'lessonNotYet'
        : 'lessonLocked'

/** A course of three sections with texts, films and a quiz, in random order and under random rules. */
const randomCourse = async (seed: number) => {
  const next = numbers(seed)
  const exam = await examRoom(payload())
  const { slug, course, quiz, section: first, tenant } = exam
  const [exercise = ''] = (
    await make().query<{ id: string }>(
      exam,
      sql`select id from lessons where course_id = ${course}`,
    )
  ).map(({ id }) => id)
  const film = await make().query<{ id: string }>(
    exam,
    sql`insert into media (id, tenant_id, alt, filename, mime_type, filesize)
        values (uuidv7(), ${tenant}, 'A film', ${`f${seed}.mp4`}, 'video/mp4', 3) returning id`,
  )
  const sections = [first]
  const lessons = [exercise]
  for (const kinds of [
    ['text', 'video', 'text'],
    ['video', 'text'],
  ]) {
    const added = await make().addSection(
      { course, tenant },
      kinds.map((kind) => ({ isPreview: next(5) === 0, kind })),
    )
    sections.push(added.section)
    lessons.push(...added.lessons)
  }
  await make().query(
    exam,
    sql`update lessons set video_id = ${film[0]?.id ?? null} where kind = 'video'`,
  )
  const rule = (): null | ReleaseRule =>
    pick<() => null | ReleaseRule>(next, [
      () => null,
      () => null,
      () => ({ kind: 'after' }),
      () => ({ kind: 'after', lesson: pick(next, lessons) }),
      () => ({ kind: 'after', section: pick(next, sections) }),
      () => ({ days: 1 + next(3), kind: 'days' }),
      () => ({ at: `20${pick(next, ['20', '40'])}-05-01T08:00`, kind: 'date', zone: 'learner' }),
      () => ({ kind: 'grade', lesson: exercise, percent: 1 + next(100) }),
    ])()
  for (const [table, ids] of [
    ['sections', sections],
    ['lessons', lessons],
  ] as const) {
    for (const id of ids) {
      await make().query(
        exam,
        sql`update ${sql.identifier(table)} set release = ${JSON.stringify(rule())}::jsonb where id = ${id}`,
      )
    }
  }

  return { slug, course, lessons, next, quiz, tenant }
}

type Random = Awaited<ReturnType<typeof randomCourse>>

/** Cohorts in which somebody may be: still to start, running with dates of its own, and over, with the course closed by that. */
const COHORTS: Record<string, (lessons: readonly string[]) => object> = {
  before: () => ({ startsAt: '2080-01-01T00:00:00.000Z' }),
  over: () => ({
    closesAtEnd: true,
    endsAt: '2022-01-01T00:00:00.000Z',
    startsAt: '2021-01-01T00:00:00.000Z',
  }),
  pinned: () => ({ startsAt: '2021-01-01T00:00:00.000Z' }),
  running: (lessons) => ({
    dates: Object.fromEntries(
      lessons.map((id, at) => [id, at % 2 ? '2021-05-01T08:00' : '2081-05-01T08:00']),
    ),
    startsAt: '2021-01-01T00:00:00.000Z',
  }),
}

/** Somebody with a random standing in the course and random work done. */
const randomPerson = async ({ course, lessons, next, tenant }: Random, kind: string) => {
  const isStaff = kind === 'author'
  const user = await make().user({ tenant, ...(isStaff && { roles: ['instructor'] }) })
  if (!['author', 'stranger'].includes(kind)) {
    await make().enrolled({ course, learner: user.id, tenant })
    if (kind in COHORTS) {
      await make().inCohort(
        { course, tenant },
        user.id,
        await make().cohort({ course, tenant, ...COHORTS[kind]?.(lessons) }),
      )
    }
    await make().query(
      { tenant },
      sql`update enrollments set status = ${kind === 'ended' || kind === 'active' || kind in COHORTS ? 'active' : kind}::enum_enrollments_status,
            created_at = now() - ${`${next(4)} days`}::interval,
            access_until = ${kind === 'ended' ? '2021-01-01' : null}::timestamptz
          where learner_id = ${user.id}`,
    )
    for (const lesson of lessons.filter(() => next(3) === 0)) {
      await make().complete({ tenant }, user.id, lesson)
    }
    const enrollment = await make().enrollmentOf({ course, tenant }, user.id)
    for (const lesson of lessons.filter(() => next(5) === 0)) {
      await make().query(
        { tenant },
        sql`insert into lesson_releases (id, tenant_id, enrollment_id, lesson_id, source)
            values (uuidv7(), ${tenant}, ${enrollment}, ${lesson}, ${pick(next, ['rule', 'staff'])}::enum_lesson_releases_source)`,
      )
    }
  }

  return user
}

/** Pins the cohort of somebody to the course, and then holds all of the course back by a date that is far away. */
const pinAndClose = async ({ course, tenant }: Random, learner: string): Promise<void> => {
  const answer = () =>
    asTenant(tenant, async () => {
      const asker = { isAuthor: false, learner }
      const [found] = await entitledCourses({ asker, courses: [course], req: await requestOf() })

      return [...(found?.entitled ?? [])]
    })
  const before = await answer()
  const [cohort] = await make().query<{ id: string }>(
    { tenant },
    sql`select cohort_id as id from enrollments where learner_id = ${learner}`,
  )
  await asTenant(tenant, async () => {
    const req = await requestOf()
    await inTransaction(req, () => pinCohort({ cohort: cohort?.id ?? '', req, tenant }))
  })
  for (const table of ['lessons', 'sections']) {
    await make().query(
      { tenant },
      sql`update ${sql.identifier(table)} set release = '{"kind": "date", "at": "2090-01-01T00:00", "zone": "school"}'
          where course_id = ${course}`,
    )
  }

  expect(await answer()).toEqual(before)
}

describe('whether a lesson is open', () => {
  it.each([1, 2, 3])('is one answer, whoever is asked (course %i)', async (seed) => {
    const room = await randomCourse(seed)
    const { slug, course, lessons, quiz, tenant } = room
    const kinds = [
      'active',
      'active',
      'active',
      'ended',
      'paused',
      'revoked',
      'before',
      'over',
      'running',
      'author',
      'stranger',
      'pinned',
    ]
    for (const kind of [...kinds, 'visitor']) {
      const user = kind === 'visitor' ? null : await randomPerson(room, kind)
      if (user && kind === 'pinned') {
        await pinAndClose(room, user.id)
      }
      await asTenant(tenant, async () => {
        const req = await requestOf(user ?? undefined)
        const asker = askerOf(req)
        const [entitled] = await entitledCourses({ asker, courses: [course], req })
        const lockOf = (lesson: string) => entitled?.entitled.get(lesson)?.lock
        const outline = await readCurriculum({ slug, asker, req })
        const { docs } = await payload().find({
          collection: 'lessons',
          depth: 0,
          limit: 0,
          overrideAccess: false,
          req,
          where: { course: { equals: course } },
        })
        const listed = docs.map(({ id }) => id)
        const told = (outline?.sections ?? []).flatMap((section) => section.lessons)
        const unbegun: string[] = []
        for (const lesson of lessons) {
          const lock = lockOf(lesson)
          const about = `${kind} ${lesson}`
          const view = await readLesson({ asker, lesson, req })
          const media = await lessonMediaOf({ asker, lesson, req })
          expect([about, told.find(({ id }) => id === lesson)?.lockedReason]).toEqual([about, lock])
          expect([about, view?.lock]).toEqual([about, lock])
          expect([about, listed.includes(lesson)]).toEqual([about, lock === null])
          expect([about, media?.lock ?? null]).toEqual([about, media ? lock : null])
          if (lock) {
            expect(view?.lesson).toMatchObject({
              body: null,
              embed: null,
              file: null,
              live: null,
              quiz: null,
              resources: [],
              slides: [],
            })
          }
          if (user && asker.learner) {
            // A place in which work counts is a learner's: neither a preview nor a role gives one.
            const own = { isAuthor: false, learner: asker.learner }
            const [as] = await entitledCourses({ asker: own, courses: [course], req })
            const { because, lock: ownLock } = as?.entitled.get(lesson) ?? {}
            if (because !== 'preview') {
              expect([
                about,
                await outcome(seatOf({ caller: { account: user.id }, lesson, req })),
              ]).toEqual([about, refusalOf(ownLock)])
            }
            unbegun.push(...(lesson === lessons[0] && because !== 'preview' ? [lesson] : []))
          }
        }
        if (user && unbegun.length > 0) {
          const own = { isAuthor: false, learner: user.id }
          const [as] = await entitledCourses({ asker: own, courses: [course], req })
          const started = outcome(startAttempt({ learner: user.id, quiz, req, tenant }))
          expect([kind, await started]).toEqual([
            kind,
            refusalOf(as?.entitled.get(lessons[0] ?? '')?.lock),
          ])
        }
      })
    }
  })

  it('of a whole course costs one statement, and of a lesson without a rule no more than before', async () => {
    const room = await make().classroom({ lessons: [{ kind: 'text' }, { kind: 'text' }] })
    const { course, first, learner, lessons, tenant } = room
    await make().rule(room, 'lessons', lessons[1] ?? '', { days: 3, kind: 'days' })
    await asTenant(tenant, async () => {
      const req = await requestOf(learner)
      const asker = askerOf(req)
      const seat = () => seatOf({ caller: { account: learner.id }, lesson: first, req })

      expect(
        await statements(payload(), () => entitledCourses({ asker, courses: [course], req })),
      ).toBe(1)
      expect(await statements(payload(), () => readLesson({ asker, lesson: first, req }))).toBe(1)
      expect(await everyStatement(payload(), seat)).toHaveLength(1)
    })
  })
})
