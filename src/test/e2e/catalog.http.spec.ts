import { aurora } from '@/seed/schools/aurora'

import { eventually } from './eventually'
import { headOf } from './head'
import { originOf } from './place'
import { visitor } from './visitor'

const reader = visitor('aurora')
const shown = async (path: string) => {
  const { status, text } = await reader.get(path)
  const head = headOf(text)
  const list = head.facts.find((one) => one['@type'] === 'ItemList')?.itemListElement

  return {
    head,
    status,
    text,
    titles: ((list ?? []) as { name: string }[]).map(({ name }) => name).sort(),
  }
}

describe('the catalog of a school', () => {
  it('shows what satisfies all filters of its address, without any script', async () => {
    const paid = aurora.courses.filter(({ offer }) => 'amount' in offer)
    expect((await shown('/courses')).titles).toHaveLength(aurora.courses.length)
    expect((await shown('/courses?price=paid')).titles).toEqual(
      paid.map(({ title }) => title).sort(),
    )
    expect((await shown('/courses?price=paid&level=beginner&min=&q=')).titles).toEqual([
      'Seeing light',
    ])
    expect((await shown('/courses/category/people?price=free')).titles).toEqual([])
  })

  it('does not answer a filtered page with the whole one that is kept, nor the other way round', async () => {
    await eventually(async () => (await reader.get('/courses')).headers.etag !== undefined)
    for (let n = 0; n < 3; n += 1) {
      expect((await shown('/courses?level=beginner')).titles).toEqual(['Seeing light'])
      expect((await shown('/courses?utm_source=mail')).titles).toHaveLength(aurora.courses.length)
    }
  })

  it('lets search engines list the whole and its categories, and no part', async () => {
    const origin = originOf('aurora')
    const part = (await shown('/courses/category/light?level=beginner')).head
    expect([part.canonical, part.meta.robots]).toEqual([
      `${origin}/courses/category/light`,
      'noindex, follow',
    ])
    const whole = (await shown('/courses/category/light')).head
    expect([whole.canonical, whole.meta.robots]).toEqual([
      `${origin}/courses/category/light`,
      undefined,
    ])
    expect(whole.links.filter((href) => href.includes('?'))).toEqual([])
    const sitemap = (await reader.get('/sitemap.xml')).text
    for (const { slug } of aurora.categories) {
      expect(sitemap).toContain(`${origin}/courses/category/${slug}<`)
    }
  })

  it('has no page for a category that is not there', async () => {
    expect((await shown('/courses/category/nothing')).status).toBe(404)
    expect((await shown('/courses/category/nothing?level=beginner')).status).toBe(404)
  })
})

describe('the page of a course', () => {
  it('says how it was rated to readers and search engines alike', async () => {
    const [course] = aurora.courses
    const reviews = course?.reviews ?? []
    const { head, text } = await shown(`/courses/${course?.slug}`)
    expect(head.facts.find((one) => one['@type'] === 'Course')).toMatchObject({
      aggregateRating: { ratingCount: reviews.length, ratingValue: 4.5 },
      coursePrerequisites: course?.requirements,
      educationalLevel: 'For beginners',
      teaches: course?.outcomes,
    })
    for (const review of reviews) {
      expect(text).toContain(review.text)
    }
    expect(text).not.toContain('Rosen')
    const free = await shown(`/courses/${aurora.courses[2]?.slug}`)
    expect(free.head.facts.find((one) => one['@type'] === 'Course')).not.toHaveProperty(
      'aggregateRating',
    )
  })
})

describe('the people and the school behind the courses', () => {
  it('have pages that say who they are, to readers and search engines alike', async () => {
    const { instructor, settings } = aurora
    const person = await shown(`/instructors/${instructor.slug}`)
    expect(person.head.facts.find((one) => one['@type'] === 'Person')).toMatchObject({
      name: instructor.name,
      hasCredential: instructor.credentials,
      jobTitle: instructor.headline,
      worksFor: { name: aurora.name },
    })
    for (const { slug } of aurora.courses) {
      expect(person.head.links).toContain(`/courses/${slug}`)
    }
    const school = await shown('/about')
    expect(
      school.head.facts.find((one) => one['@type'] === 'EducationalOrganization'),
    ).toMatchObject({
      name: aurora.name,
      aggregateRating: { ratingCount: 3 },
      sameAs: settings.profile.socials.split('\n'),
      telephone: settings.profile.phone,
    })
    expect(school.head.links).toContain(`/instructors/${instructor.slug}`)
    expect((await shown('/instructors/nobody')).status).toBe(404)
  })

  it('stand on the page of each course', async () => {
    const { head } = await shown(`/courses/${aurora.courses[0]?.slug}`)
    expect(head.links).toContain(`/instructors/${aurora.instructor.slug}`)
  })
})
