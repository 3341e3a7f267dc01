import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'

import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { env } from '@/env'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

import { emptyTrash } from './emptyTrash'

const payload = testPayload()

const NOW = new Date('2026-11-15T12:00:00.000Z')
const OVERDUE = '2026-10-16T12:00:00.000Z'
const NOT_YET = '2026-10-16T12:00:00.001Z'

const empty = () => emptyTrash({ now: NOW, payload: payload() })

const trash = ({ id, at, table = 'courses' }: { at: string; id: string; table?: string }) =>
  systemPool().query(`update ${table} set deleted_at = $1 where id = $2`, [at, id])

/** Rows that are left of a course: of its own, its versions, sections, lessons, their versions, quizzes and offers. */
const leftOf = async ({ course, quiz }: { course: string; quiz: string }) =>
  (
    await systemPool().query<Record<string, number>>(
      `select (select count(*)::int from courses where id = $1) as courses,
         (select count(*)::int from _courses_v where parent_id = $1) as "courseVersions",
         (select count(*)::int from sections where course_id = $1) as sections,
         (select count(*)::int from lessons where course_id = $1) as lessons,
         (select count(*)::int from _lessons_v where version_course_id = $1) as "lessonVersions",
         (select count(*)::int from quizzes where id = $2) as quizzes,
         (select count(*)::int from _quizzes_v where parent_id = $2) as "quizVersions",
         (select count(*)::int from offers where course_id = $1) as offers`,
      [course, quiz],
    )
  ).rows[0]

const NOTHING = {
  courses: 0,
  courseVersions: 0,
  lessons: 0,
  lessonVersions: 0,
  offers: 0,
  quizVersions: 0,
  quizzes: 0,
  sections: 0,
}

/** A course with a section, a video, a quiz, a price and an update, and no learner. */
const fullCourse = async (school?: string) => {
  const make = classrooms(payload())
  const tenant = school ?? (await make.tenant()).id
  const { id: course } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const { id: quiz } = await make.quiz({ tenant })
  const place = { course, section, tenant }
  const lesson = await make.lessonIn(place)
  await make.lessonIn({ ...place, kind: 'quiz', quiz })
  await commerceFactories(payload()).offer({ course, tenant })
  await systemPool().query(
    `insert into course_updates (id, tenant_id, course_id, message) values (uuidv7(), $1, $2, 'New')`,
    [tenant, course],
  )

  return { course, lesson, quiz, section, tenant }
}

describe('the trash', () => {
  it('is emptied of what lay in it for thirty days, with all that belongs to it, in every school', async () => {
    const [one, two, young, kept] = [
      await fullCourse(),
      await fullCourse(),
      await fullCourse(),
      await fullCourse(),
    ]
    await trash({ id: one.course, at: OVERDUE })
    await trash({ id: two.course, at: OVERDUE })
    await trash({ id: young.course, at: NOT_YET })

    expect(await empty()).toBe(2)
    expect(await leftOf(one)).toEqual(NOTHING)
    expect(await leftOf(two)).toEqual(NOTHING)
    expect(await leftOf(young)).toMatchObject({ courses: 1, lessons: 2, quizzes: 1 })
    expect(await leftOf(kept)).toMatchObject({ courses: 1, lessons: 2, quizzes: 1 })
    expect(await empty()).toBe(0)
  })

  it('keeps a course that somebody is or was enrolled in, and goes on with the others', async () => {
    const make = classrooms(payload())
    const { course, lessons, tenant } = await make.classroom({ lessons: [{ kind: 'text' }] })
    const revoked = await make.classroom()
    await asTenant(revoked.tenant, async () =>
      row(await requestOf(), sql`update enrollments set status = 'revoked'`),
    )
    const free = await fullCourse(tenant)
    for (const id of [course, revoked.course, free.course]) {
      await trash({ id, at: OVERDUE })
    }

    expect(await empty()).toBe(1)
    const { rows } = await systemPool().query(
      'select id from courses where id = any ($1) and deleted_at is not null',
      [[course, revoked.course, free.course]],
    )
    expect(rows).toHaveLength(2)
    expect(
      (await systemPool().query('select 1 from lessons where id = $1', lessons)).rows,
    ).toHaveLength(1)
  })

  it('keeps a quiz that another course uses', async () => {
    const [gone, other] = [await fullCourse(), await fullCourse()]
    const make = classrooms(payload())
    const { id: course } = await make.course({ tenant: gone.tenant })
    const { id: section } = await make.section({ course, tenant: gone.tenant })
    await make.lessonIn({ course, kind: 'quiz', quiz: gone.quiz, section, tenant: gone.tenant })
    await trash({ id: gone.course, at: OVERDUE })
    await empty()

    expect(await leftOf(gone)).toMatchObject({ courses: 0, lessons: 0, quizzes: 1 })
    expect(await leftOf(other)).toMatchObject({ courses: 1, quizzes: 1 })
  })

  it('takes lessons by themselves, but none that a learner has begun', async () => {
    const make = classrooms(payload())
    const { first, lessons, section, ...room } = await make.classroom({ lessons: [{}, {}] })
    await asTenant(room.tenant, async () =>
      row(
        await requestOf(),
        sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position)
            select uuidv7(), tenant_id, learner_id, ${first}, course_id, id, '[]', 0, 0, 0 from enrollments`,
      ),
    )
    for (const id of lessons) {
      await trash({ id, at: OVERDUE, table: 'lessons' })
    }

    expect(await empty()).toBe(1)
    const { rows } = await systemPool().query('select id from lessons where section_id = $1', [
      section,
    ])
    expect(rows).toEqual([{ id: first }])
  })

  it('is emptied once by several at the same time', async () => {
    const make = classrooms(payload())
    const { id: tenant } = await make.tenant()
    const many = await Promise.all(Array.from({ length: 6 }, () => make.course({ tenant })))
    for (const { id } of many) {
      await trash({ id, at: OVERDUE })
    }
    const gone = await Promise.all([empty(), empty(), empty()])

    expect(gone.reduce((sum, count) => sum + count)).toBe(6)
  })

  it('is emptied past a row that fails, which waits for the next time', async () => {
    const courses = [await fullCourse(), await fullCourse(), await fullCourse()]
    const [, broken] = courses
    for (const { course } of courses) {
      await trash({ id: course, at: OVERDUE })
    }
    const owner = new pg.Client({ connectionString: env().DATABASE_URL })
    await owner.connect()
    await owner.query(`
      create function refuse_it() returns trigger language plpgsql as $$
        begin raise exception 'not this one'; end $$;
      create trigger refuse_it before delete on courses for each row
        when (old.id = '${broken?.course}') execute function refuse_it()`)

    expect(await empty()).toBe(2)
    expect(await leftOf(broken ?? { course: '', quiz: '' })).toMatchObject({
      courses: 1,
      lessons: 2,
      offers: 1,
      sections: 1,
    })
    await owner.query('drop trigger refuse_it on courses')
    await owner.end()
    expect(await empty()).toBe(1)
  })
})
