import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

import { courseHistory } from './history'
import { readPerson } from './person'

const payload = testPayload()

const PAID = '2026-02-03T04:05:06.000Z'

/** Somebody with a course that was bought and is half done, one that was given, and one taken back. */
const learner = async () => {
  const make = classrooms(payload())
  const tenant = (await factories(payload()).tenant()).id
  const { id } = await factories(payload()).user({ tenant })
  const enroll = async () => {
    const course = await make.course({ tenant })
    await make.enrolled({ course: course.id, learner: id, tenant })

    return course.slug
  }
  const slugs = { bought: await enroll(), given: await enroll(), revoked: await enroll() }
  const of = (slug: string) => `course_id = (select id from courses where slug = '${slug}')`
  await systemPool().query(
    `with o as (
       insert into orders (id, tenant_id, number, buyer_id, status, base, discount, tax, total, currency, paid_at)
       values (uuidv7(), $1, 'A-1', $2, 'paid', 100, 0, 0, 100, 'USD', $3) returning id)
     update enrollments set order_id = (select id from o), percent = 50 where ${of(slugs.bought)}`,
    [tenant, id, PAID],
  )
  await systemPool().query(`update enrollments set status = 'revoked' where ${of(slugs.revoked)}`)

  return { id, slugs, tenant }
}

describe('the courses of a profile', () => {
  it('are the enrollments, with the state, the percentage and the date that the records have', async () => {
    const { id, slugs, tenant } = await learner()
    const history = await asTenant(tenant, async () =>
      courseHistory({ learner: id, req: await requestOf() }),
    )
    const told = history.map(({ course, percent, purchasedAt, status }) => ({
      slug: course.slug,
      percent,
      purchasedAt: purchasedAt && new Date(purchasedAt).toISOString(),
      status,
    }))
    expect(told).toEqual([
      { slug: slugs.revoked, percent: 0, purchasedAt: null, status: 'revoked' },
      { slug: slugs.given, percent: 0, purchasedAt: null, status: 'active' },
      { slug: slugs.bought, percent: 50, purchasedAt: PAID, status: 'active' },
    ])
  })

  it('are shown to others by title alone, and only where the person shows them', async () => {
    const { id, slugs, tenant } = await learner()
    const seen = (change: string) =>
      asTenant(tenant, async () => {
        await systemPool().query(`update users set ${change} where id = $1`, [id])

        return readPerson({ id, req: await requestOf() })
      })
    expect(await seen(`visibility = 'private', shows_courses = true`)).toBeNull()
    expect(await seen(`visibility = 'public', shows_courses = false`)).toMatchObject({
      courses: [],
      history: null,
    })
    const shown = await seen(`shows_courses = true`)
    expect(shown?.history).toBeNull()
    expect(shown?.courses.map(({ course }) => course.slug)).toEqual([slugs.given, slugs.bought])
    expect(JSON.stringify(shown)).not.toMatch(/percent|purchased/)
  })
})
