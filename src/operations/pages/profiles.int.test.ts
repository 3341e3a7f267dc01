import { describe, expect, it } from '@jest/globals'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { planted } from '@/test/factories/reviews'
import { requestOf, testPayload } from '@/test/harness'

import { courseTeachers, instructorPage } from './instructorPage'
import { schoolProfile } from './schoolProfile'

const payload = testPayload()
const make = () => factories(payload())
const inSchool = <T>(tenant: string, read: (req: Awaited<ReturnType<typeof requestOf>>) => T) =>
  asTenant(tenant, async () => read(await requestOf()))

const teaching = async (given: object = {}) => {
  const { id: tenant } = await make().tenant()
  const teacher = await make().user({ name: 'Nora', roles: ['instructor'], tenant })
  const profile = await asTenant(tenant, () =>
    payload().create({
      collection: 'instructors',
      data: {
        name: 'Nora L.',
        certifications: [{ title: 'Diploma', year: 2014 }],
        credentials: 'MA\n\n BA ',
        history: [{ role: 'Teacher', since: 2019 }],
        tenant,
        user: teacher.id,
        ...given,
      } as never,
      depth: 0,
      overrideAccess: true,
    }),
  )
  const first = await make().course({ instructor: teacher.id, tenant })
  const second = await make().course({ coInstructors: [teacher.id], tenant })
  await make().course({ _status: 'draft', instructor: teacher.id, tenant })
  await make().course({ tenant })

  return { first, profile, second, teacher, tenant }
}

describe('the page of an instructor', () => {
  it('shows the courses they teach, alone or with others, with all students and stars counted', async () => {
    const { first, profile, second, tenant } = await teaching()
    const { learner } = await planted(payload()).review({ course: first.id, stars: 5, tenant })
    await planted(payload()).review({ course: second.id, learner, stars: 4, tenant })
    await planted(payload()).review({ course: second.id, stars: 4, tenant })

    const page = await inSchool(tenant, (req) => instructorPage({ slug: profile.slug, req }))
    expect(page).toMatchObject({
      name: 'Nora L.',
      certifications: [{ issuer: null, title: 'Diploma', year: 2014 }],
      credentials: ['MA', 'BA'],
      history: [{ role: 'Teacher', since: 2019, until: null }],
      rating: { average: 4.3, count: 3 },
      students: 2,
    })
    expect(page?.courses.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort())
  })

  it('is not there while it is not shown, nor in another school', async () => {
    const { profile, tenant } = await teaching({ isPublished: false })
    const other = await teaching()
    const read = (slug: string) => inSchool(tenant, (req) => instructorPage({ slug, req }))

    expect(await read(profile.slug)).toBeNull()
    expect((await read(other.profile.slug))?.id).not.toBe(other.profile.id)
  })
})

describe('those who teach a course', () => {
  it('stand in its order, with their pages where they have one', async () => {
    const { first, profile, teacher, tenant } = await teaching()
    const guest = await make().user({ name: 'Sam', roles: ['instructor'], tenant })
    await asTenant(tenant, () =>
      payload().update({
        id: first.id,
        collection: 'courses',
        data: { coInstructors: [guest.id, teacher.id] },
        overrideAccess: true,
      }),
    )

    const teachers = await inSchool(tenant, (req) => courseTeachers({ course: first.id, req }))
    expect(teachers.map(({ name, slug }) => [name, slug])).toEqual([
      ['Nora L.', profile.slug],
      ['Sam', null],
    ])
  })
})

describe('the page of a school', () => {
  it('shows what it tells of itself, its people and the stars of what is published', async () => {
    const { first, tenant } = await teaching()
    await planted(payload()).review({ course: first.id, stars: 4, tenant })

    const profile = await inSchool(tenant, (req) => schoolProfile({ req, tenant }))
    expect(profile).toMatchObject({
      courseCount: 3,
      instructors: [{ name: 'Nora L.', photo: null }],
      rating: { average: 4, count: 1 },
      socials: [],
      story: null,
    })
  })
})
