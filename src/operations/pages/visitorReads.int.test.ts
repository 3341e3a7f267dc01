import { asTenant } from '@/database/scope'
import { coursePage } from '@/operations/catalog/coursePage'
import { commerceFactories } from '@/test/factories/commerce'
import { factories } from '@/test/factories/index'
import { requestOf, testPayload } from '@/test/harness'

import { listedCourses } from './listedCourses'
import { pageBySlug, pageDraft } from './pages'

const payload = testPayload()
const make = () => factories(payload())

const offer = (given: Parameters<ReturnType<typeof commerceFactories>['offer']>[0]) =>
  commerceFactories(payload()).offer(given)

const listed = (tenant: string, ids?: string[]) =>
  asTenant(tenant, async () => listedCourses({ ids, limit: 10, req: await requestOf() }))

const shown = (tenant: string, slug: string) =>
  asTenant(tenant, async () => coursePage({ slug, req: await requestOf() }))

describe('the courses that a visitor sees', () => {
  it('are the published ones of this school, with their lowest price in its currency', async () => {
    const { id: tenant } = await make().tenant()
    const course = await make().course({ tenant })
    await make().course({ _status: 'draft', tenant })
    const other = await make().course()
    await offer({ course: course.id, prices: [{ amount: 4900, currency: 'USD' }], tenant })
    await offer({ course: course.id, prices: [{ amount: 1900, currency: 'USD' }], tenant })
    await offer({ course: course.id, prices: [{ amount: 100, currency: 'EUR' }], tenant })
    await offer({ course: course.id, isActive: false, kind: 'free', tenant })

    const courses = await listed(tenant)
    expect(courses.map(({ id }) => id)).toEqual([course.id])
    expect(courses[0]?.price).toEqual({
      amount: 1900,
      currency: 'USD',
      isLowest: true,
      isOpen: false,
    })
    expect(await listed(tenant, [other.id])).toEqual([])
  })

  it('come in the order in which they were chosen, without a price when nothing is on sale', async () => {
    const { id: tenant } = await make().tenant()
    const first = await make().course({ tenant })
    const second = await make().course({ tenant })

    const courses = await listed(tenant, [first.id, second.id])
    expect(courses.map(({ id, price }) => [id, price])).toEqual([
      [first.id, null],
      [second.id, null],
    ])
  })
})

describe('the page of a course', () => {
  it('lists sections with their published lessons, and the outcomes line by line', async () => {
    const { id: tenant } = await make().tenant()
    const course = await make().course({ outcomes: ' See\n\nLook ', tenant })
    const section = await make().section({ course: course.id, tenant })
    await make().section({ course: course.id, tenant })
    const lesson = await make().lesson({
      duration: 90,
      isPreview: true,
      section: section.id,
      tenant,
    })
    await make().lesson({ _status: 'draft', section: section.id, tenant })

    const page = await shown(tenant, course.slug)
    expect(page?.outcomes).toEqual(['See', 'Look'])
    expect(page?.sections).toEqual([
      {
        id: section.id,
        lessons: [
          { id: lesson.id, duration: 90, isPreview: true, kind: 'video', title: lesson.title },
        ],
        title: section.title,
      },
    ])
  })

  it('is not there for a draft, nor for the course of another school', async () => {
    const { id: tenant } = await make().tenant()
    const draft = await make().course({ _status: 'draft', tenant })
    const other = await make().course()
    expect(await shown(tenant, draft.slug)).toBeNull()
    expect(await shown(tenant, other.slug)).toBeNull()
  })
})

describe('a landing page', () => {
  it('is shown to visitors once published, and as a draft to those who write pages alone', async () => {
    const { id: tenant } = await make().tenant()
    const page = await make().page({ _status: 'draft', tenant })
    const owner = await make().user({ roles: ['owner'], tenant })
    const student = await make().user({ tenant })
    const draft = (user?: { id: string }) =>
      asTenant(tenant, async () => pageDraft({ id: page.id, req: await requestOf(user) }))

    await asTenant(tenant, async () => {
      expect(await pageBySlug({ slug: page.slug, req: await requestOf() })).toBeNull()
    })
    expect(await draft(owner)).toMatchObject({ id: page.id, title: page.title })
    expect(await draft(student)).toBeNull()
    expect(await draft()).toBeNull()
  })
})
