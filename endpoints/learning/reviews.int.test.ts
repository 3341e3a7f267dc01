import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { planted } from '@/test/factories/reviews'
import { call, requestOf, testPayload } from '@/test/harness'

import { courseReviews, myReview, withdrawReview, writeReview } from './reviews'

const payload = testPayload()
const room = async (percent = 50) => {
  const made = await classrooms(payload()).classroom()
  await sqlIn(
    made.tenant,
    sql`update enrollments set percent = ${percent} where course_id = ${made.course}`,
  )

  return made
}
type Room = Awaited<ReturnType<typeof room>>

const sqlIn = <T>(tenant: string, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<T>(await requestOf(), statement))
const stored = ({ tenant }: Room) =>
  sqlIn<{ stars: string; status: string; text: string }>(
    tenant,
    sql`select stars, text, status from reviews`,
  )
/** As if the last change had been a while ago. */
const rest = ({ tenant }: Room) =>
  sqlIn(tenant, sql`update reviews set updated_at = now() - interval '1 minute'`)

const write = ({ course, learner, tenant }: Room, data: unknown, user = learner) =>
  call(writeReview, { data, params: { id: course }, tenant, user })

describe('a learner’s review', () => {
  it('is written once, changed by its writer, and taken back', async () => {
    const here = await room()
    expect((await write(here, { stars: 4, text: ' Calm and exact. ' })).status).toBe(200)
    await rest(here)
    expect((await write(here, { stars: 5, text: 'Calm.' })).status).toBe(200)
    expect(await stored(here)).toEqual([{ stars: '5', status: 'published', text: 'Calm.' }])

    const { course, learner, tenant } = here
    const take = () => call(withdrawReview, { params: { id: course }, tenant, user: learner })
    expect((await take()).body).toEqual({ isWithdrawn: true })
    expect((await take()).body).toEqual({ isWithdrawn: false })
    expect(await stored(here)).toEqual([])
  })

  it('is one, however many requests bring it at once', async () => {
    const here = await room()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => write(here, { stars: 3, text: 'The same.' })),
    )

    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(await stored(here)).toHaveLength(1)
  })

  it('waits a moment between two changes', async () => {
    const here = await room()
    await write(here, { stars: 3 })
    const { body, headers, status } = await write(here, { stars: 2 })

    expect([status, headers.get('Retry-After')]).toEqual([429, '5'])
    expect(body).toMatchObject({ code: 'tooMany' })
    expect((await write(here, { stars: 3 })).status).toBe(200)
  })

  it('waits for a fifth of the course, or for its completion', async () => {
    const here = await room(19)
    expect(await write(here, { stars: 5 })).toMatchObject({
      body: { code: 'reviewTooEarly', from: 20 },
      status: 422,
    })
    await sqlIn(here.tenant, sql`update enrollments set completed_at = now()`)
    expect((await write(here, { stars: 5 })).status).toBe(200)
  })

  it('is for those alone who learn there', async () => {
    const here = await room()
    const { course, learner, tenant } = here
    const stranger = await classrooms(payload()).user({ tenant })
    expect((await write(here, { stars: 5 }, stranger)).status).toBe(403)
    expect(
      (await call(writeReview, { data: { stars: 5 }, params: { id: course }, tenant })).status,
    ).toBe(401)
    await sqlIn(tenant, sql`update enrollments set status = 'revoked'`)
    expect((await write(here, { stars: 5 }, learner)).status).toBe(403)
    expect(await stored(here)).toEqual([])
  })

  it.each([
    [{ stars: 0 }, 'stars'],
    [{ stars: 6 }, 'stars'],
    [{ stars: 4.5 }, 'stars'],
    [{ text: 'No stars' }, 'stars'],
    [{ stars: 5, text: 'x'.repeat(4001) }, 'text'],
    [{ stars: 5, text: 7 }, 'text'],
  ])('refuses %j, and says where', async (data, field) => {
    const here = await room()
    expect(await write(here, data)).toMatchObject({
      body: { code: 'badInput', fields: [{ field }] },
      status: 400,
    })
  })

  it('stays hidden when it is changed', async () => {
    const here = await room()
    const { course, learner, tenant } = here
    await planted(payload()).review({ course, learner: learner.id, status: 'hidden', tenant })
    await rest(here)
    await write(here, { stars: 1, text: 'Again.' })

    expect(await stored(here)).toEqual([{ stars: '1', status: 'hidden', text: 'Again.' }])
    const mine = await call(myReview, { params: { id: course }, tenant, user: learner })
    expect(mine.body).toMatchObject({
      mayReview: true,
      review: { hiddenReason: 'Not about the course.', isHidden: true },
    })
  })
})

describe('the reviews of a course', () => {
  it('are those shown, with their sums, and names that are nobody’s whole name', async () => {
    const here = await room()
    const { course, tenant } = here
    const writer = await classrooms(payload()).user({ name: 'Maya Rosen', tenant })
    await planted(payload()).review({ course, learner: writer.id, stars: 4, tenant })
    await planted(payload()).review({ course, stars: 5, tenant, text: '' })
    await planted(payload()).review({ course, stars: 1, status: 'hidden', tenant })

    const { body } = await call(courseReviews, { params: { id: course }, tenant })
    expect(body).toMatchObject({
      average: 4.5,
      count: 2,
      reviews: [{ author: 'Maya R.', reply: null, stars: 4, text: 'Good.' }],
      stars: { '1': 0, '4': 1, '5': 1 },
      written: 1,
    })
    expect(JSON.stringify(body)).not.toContain(writer.id)
  })

  it('are none of another school’s', async () => {
    const here = await room()
    const { course, tenant } = await room()
    await planted(payload()).review({ course, tenant })

    const { body } = await call(courseReviews, { params: { id: course }, tenant: here.tenant })
    expect(body).toMatchObject({ average: null, count: 0, reviews: [] })
  })
})
