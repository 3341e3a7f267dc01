import { randomUUID } from 'node:crypto'

import { good } from './learners.mjs'

/** @typedef {import('./learners.mjs').School} School */
/** @typedef {{ course: string, lesson: string, quiz: string, slug: string }} Classroom */

/** Parts and lessons of the course that is measured: 300 lessons. */
const SECTIONS = 30
const LESSONS = 10

/** Questions of its quiz. */
const QUESTIONS = 50

/** @typedef {(method: string, path: string, body?: object) => Promise<unknown>} Call asks for JSON that has to be answered well */

/**
 * Somebody who is signed in, as what calls the API for them.
 * @param {{ headers: Record<string, string>, port: number }} who
 * @returns {Call}
 */
export const callerOf =
  ({ headers, port }) =>
  async (method, path, body) =>
    JSON.parse((await good({ body, headers, method, path, port })).body)

/** @param {number} nth */
const question = (nth) => ({
  answers: [
    { isRight: true, text: 'Right' },
    { isRight: false, text: 'Wrong' },
  ],
  blockType: 'singleChoice',
  points: 1,
  prompt: `Question ${nth + 1}`,
})

/**
 * Builds a course of 300 lessons and a quiz of 50 questions, as its author would, and publishes all of it.
 * @param {{ call: Call, pool: import('pg').Pool }} given
 * @returns {Promise<Classroom>}
 */
export const buildClassroom = async ({ call, pool }) => {
  const make = async (/** @type {string} */ collection, /** @type {object} */ data) => {
    const made = /** @type {{ doc: { id: string } }} */ (
      await call('POST', `/api/${collection}`, data)
    )

    return made.doc.id
  }
  const slug = `bench-${randomUUID().slice(0, 8)}`
  const course = await make('courses', {
    slug,
    _status: 'published',
    title: 'Three hundred lessons',
  })
  for (let part = 0; part < SECTIONS; part++) {
    const lessons = Array.from({ length: LESSONS }, (_, nth) => ({
      kind: 'text',
      title: `Lesson ${part * LESSONS + nth + 1}`,
    }))
    const parts = [{ lessons, title: `Part ${part + 1}` }]
    await call('PATCH', `/api/courses/${course}/curriculum`, { change: { do: 'add', parts } })
  }
  const quiz = await make('quizzes', {
    _status: 'published',
    attemptsAllowed: null,
    questions: Array.from({ length: QUESTIONS }, (_, nth) => question(nth)),
    title: 'Fifty questions',
  })
  await pool.query(
    `with kept as (update lessons set _status = 'published' where course_id = $1 returning id)
     update _lessons_v set version__status = 'published' where latest and parent_id in (select id from kept)`,
    [course],
  )
  const { rows } = await pool.query(
    'select id, section_id as section from lessons where course_id = $1 order by id desc limit 1',
    [course],
  )
  await make('lessons', {
    _status: 'published',
    kind: 'quiz',
    quiz,
    section: rows[0].section,
    title: 'The quiz',
  })

  return { slug, course, lesson: rows[0].id, quiz }
}

/**
 * Enrolls learners who are there already.
 * @param {import('pg').Pool} pool
 * @param {{ course: string, learners: string[] }} given
 */
export const enroll = (pool, { course, learners }) =>
  pool.query(
    `insert into enrollments (id, tenant_id, learner_id, course_id, status, source, percent)
     select uuidv7(), u.tenant_id, u.id, $1::uuid, 'active', 'staff', 0 from users u where u.id = any($2::uuid[])`,
    [course, learners],
  )

/**
 * Fills a course with learners who stand somewhere in it.
 * @param {import('pg').Pool} pool
 * @param {{ course: string, count: number }} given
 */
export const crowd = async (pool, { count, course }) => {
  await pool.query(
    `with made as (
       insert into users (id, tenant_id, name, email, status, email_verified)
       select uuidv7(), c.tenant_id, 'Crowd ' || n, 'crowd-' || n || '-' || left($1, 8) || '@aurora.test', 'active', true
       from courses c, generate_series(1, $2::int) n where c.id = $1::uuid returning id, tenant_id)
     insert into enrollments (id, tenant_id, learner_id, course_id, status, source, percent, created_at, last_activity_at, failed_at, counted_at)
     select uuidv7(), tenant_id, id, $1::uuid, 'active', 'staff', floor(random() * 100), now() - random() * interval '90 days',
       case when random() < 0.8 then now() - random() * interval '30 days' end,
       case when random() < 0.05 then now() - interval '1 day' end, now() from made`,
    [course, count],
  )
  await pool.query('analyze')
}

/**
 * Makes other schools, each with a course and its learners: what stands around the school that is measured.
 * @param {import('pg').Pool} pool
 * @param {{ learners: number, schools: number }} given learners of each school
 */
export const surround = async (pool, { learners, schools }) => {
  await pool.query(
    `with template as (select * from tenants where slug = 'aurora'),
       schools as (
         insert into tenants select (jsonb_populate_record(null::tenants, to_jsonb(t) || jsonb_build_object(
           'id', uuidv7(), 'slug', 'around-' || n, 'name', 'Around ' || n))).*
         from template t, generate_series(1, $1::int) n returning id),
       courses as (
         insert into courses (id, tenant_id, title, slug, _status)
         select uuidv7(), id, 'Course', 'course', 'published' from schools returning id, tenant_id),
       people as (
         insert into users (id, tenant_id, name, email, status, email_verified)
         select uuidv7(), id, 'Learner ' || n, 'learner-' || n || '@around.test', 'active', true
         from schools, generate_series(1, $2::int) n returning id, tenant_id)
     insert into enrollments (id, tenant_id, learner_id, course_id, status, source, percent, counted_at)
     select uuidv7(), p.tenant_id, p.id, c.id, 'active', 'staff', 0, now() from people p join courses c using (tenant_id)`,
    [schools, learners],
  )
  await pool.query('analyze')
}
