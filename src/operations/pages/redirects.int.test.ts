import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import type { Addressed } from '@/domain/pages/addresses'
import { sql } from '@payloadcms/db-postgres'
import { factories } from '@/test/factories/index'
import { requestOf, testPayload } from '@/test/harness'

import { redirectFrom } from './redirects'

const payload = testPayload()
const make = () => factories(payload())

type Changed = { collection: Addressed; draft?: boolean; id: string; tenant: string }

const change = ({ id, collection, draft, tenant }: Changed, data: object) =>
  asTenant(tenant, () =>
    payload().update({
      id,
      collection,
      data: data,
      draft,
      overrideAccess: true,
    }),
  )

const from = (tenant: string, path: string) =>
  asTenant(tenant, async () => redirectFrom({ path, req: await requestOf() }))

const kept = (tenant: string) =>
  asTenant(tenant, async () => {
    const found = await rows<{ path: string }>(
      await requestOf(),
      sql`select path from redirects order by path`,
    )

    return found.map(({ path }) => path)
  })

const published = { _status: 'published' }

describe('the old address of a course', () => {
  it('leads to where the course stands now, however often it moves', async () => {
    const { id, slug, tenant } = await courseIn()
    for (const next of ['second', 'third']) {
      await change({ id, collection: 'courses', tenant }, { ...published, slug: next })
    }

    expect(await from(tenant, `/courses/${slug}`)).toBe('/courses/third')
    expect(await from(tenant, '/courses/second')).toBe('/courses/third')
    expect(await from(tenant, '/courses/third')).toBeNull()
  })

  it('is its own again when the course moves back, without a loop', async () => {
    const { id, slug, tenant } = await courseIn()
    await change({ id, collection: 'courses', tenant }, { ...published, slug: 'away' })
    await change({ id, collection: 'courses', tenant }, { ...published, slug })

    expect(await kept(tenant)).toEqual(['/courses/away'])
    expect(await from(tenant, '/courses/away')).toBe(`/courses/${slug}`)
  })

  it('is kept from what was published, not from drafts written in between', async () => {
    const { id, slug, tenant } = await courseIn()
    await change(
      { id, collection: 'courses', draft: true, tenant },
      { slug: 'one', _status: 'draft' },
    )
    expect(await kept(tenant)).toEqual([])
    await change(
      { id, collection: 'courses', draft: true, tenant },
      { slug: 'two', _status: 'draft' },
    )
    await change({ id, collection: 'courses', tenant }, { ...published, slug: 'two' })

    expect(await kept(tenant)).toEqual([`/courses/${slug}`])
    expect(await from(tenant, `/courses/${slug}`)).toBe('/courses/two')
  })

  it('leads on when the course was unpublished, renamed, and published again', async () => {
    const { id, slug, tenant } = await courseIn()
    await change({ id, collection: 'courses', tenant }, { _status: 'draft' })
    expect(await from(tenant, `/courses/${slug}`)).toBeNull()
    await change({ id, collection: 'courses', tenant }, { ...published, slug: 'later' })

    expect(await from(tenant, `/courses/${slug}`)).toBe('/courses/later')
  })

  it('belongs to another course as soon as that is published there', async () => {
    const { id, slug, tenant } = await courseIn()
    await change({ id, collection: 'courses', tenant }, { ...published, slug: 'moved' })
    const other = await make().course({ slug, tenant })
    expect(await kept(tenant)).toEqual([])
    await change(
      { id: other.id, collection: 'courses', tenant },
      { ...published, slug: 'elsewhere' },
    )

    expect(await from(tenant, `/courses/${slug}`)).toBe('/courses/elsewhere')
  })

  it('is lost by none of two moves made at once', async () => {
    const { id, slug, tenant } = await courseIn()
    const ways = ['east', 'west']
    const move = (slugNow: string) =>
      change({ id, collection: 'courses', tenant }, { ...published, slug: slugNow })
    // Whoever is told that the other one saved first moves it all the same.
    await Promise.all(
      ways.map((next) =>
        move(next).catch((error: { status?: number }) => {
          expect(error.status).toBe(409)

          return move(next)
        }),
      ),
    )
    const left = await kept(tenant)
    const [now] = ways.filter((one) => !left.includes(`/courses/${one}`))

    expect(left).toHaveLength(2)
    for (const path of left) {
      expect(await from(tenant, path)).toBe(`/courses/${now}`)
    }
    expect(left).toContain(`/courses/${slug}`)
  })

  it('is that school’s alone', async () => {
    const here = await courseIn()
    const { id: other } = await make().tenant()
    await change(
      { id: here.id, collection: 'courses', tenant: here.tenant },
      { ...published, slug: 'gone' },
    )

    expect(await from(other, `/courses/${here.slug}`)).toBeNull()
    const twin = await make().course({ slug: here.slug, tenant: other })
    expect(twin.slug).toBe(here.slug)
    expect(await from(here.tenant, `/courses/${here.slug}`)).toBe('/courses/gone')
  })
})

describe('the old address of a page', () => {
  it('leads to the page, and to the front door where the page has become that', async () => {
    const { id: tenant } = await make().tenant()
    const { id, slug } = await make().page({ tenant })
    await change({ id, collection: 'pages', tenant }, { ...published, slug: 'home' })
    expect(await from(tenant, `/${slug}`)).toBe('/')
    await change({ id, collection: 'pages', tenant }, { ...published, slug: 'about' })

    expect(await from(tenant, '/')).toBeNull()
    expect(await from(tenant, `/${slug}`)).toBe('/about')
  })

  it('goes with the page', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await make().page({ tenant })
    await change({ id, collection: 'pages', tenant }, { ...published, slug: 'new' })
    await asTenant(tenant, () =>
      payload().delete({ id, collection: 'pages', overrideAccess: true }),
    )

    expect(await kept(tenant)).toEqual([])
  })
})

const courseIn = async () => {
  const { id: tenant } = await make().tenant()
  const { id, slug } = await make().course({ tenant })

  return { id, slug, tenant }
}

describe('the old address of a category and of an instructor', () => {
  const shelf = (tenant: string, slug: string) =>
    asTenant(tenant, () =>
      payload().create({
        collection: 'categories',
        data: { name: slug, slug, position: 0, tenant },
        overrideAccess: true,
      }),
    )
  const profile = async (tenant: string, slug: string) => {
    const { id: user } = await make().user({ tenant })

    return asTenant(tenant, () =>
      payload().create({
        collection: 'instructors',
        data: { name: 'Ada', slug, isPublished: true, tenant, user },
        overrideAccess: true,
      }),
    )
  }

  it('leads to where it is read now, and is released to whoever takes it', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await shelf(tenant, 'light')
    await change({ id, collection: 'categories', tenant }, { slug: 'lights' })
    await change({ id, collection: 'categories', tenant }, { slug: 'all-lights' })
    expect(await from(tenant, '/courses/category/light')).toBe('/courses/category/all-lights')
    expect(await from(tenant, '/courses/category/lights')).toBe('/courses/category/all-lights')
    await shelf(tenant, 'light')
    expect(await from(tenant, '/courses/category/light')).toBeNull()
  })

  it('is the business of its own collection alone, though slugs be the same', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await profile(tenant, 'same')
    await shelf(tenant, 'same')
    await change({ id, collection: 'instructors', tenant }, { slug: 'other' })
    expect(await from(tenant, '/instructors/same')).toBe('/instructors/other')
    expect(await from(tenant, '/courses/category/same')).toBeNull()
  })

  it('leads nowhere once the profile is hidden or gone', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await profile(tenant, 'ada')
    await change({ id, collection: 'instructors', tenant }, { slug: 'ada-l' })
    await change({ id, collection: 'instructors', tenant }, { isPublished: false })
    expect(await from(tenant, '/instructors/ada')).toBeNull()
    await change({ id, collection: 'instructors', tenant }, { isPublished: true })
    expect(await from(tenant, '/instructors/ada')).toBe('/instructors/ada-l')
    await asTenant(tenant, () =>
      payload().delete({ id, collection: 'instructors', overrideAccess: true }),
    )
    expect(await kept(tenant)).toEqual([])
  })
})

describe('the old address of a learning path', () => {
  const way = async (tenant: string, slug: string) => {
    const { id: course } = await make().course({ tenant })

    return make().path({ slug, course, tenant })
  }

  it('leads to where the path stands now, while it is published, and is released to another', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await way(tenant, 'painter')
    await change({ id, collection: 'paths', tenant }, { ...published, slug: 'painters' })
    await change({ id, collection: 'paths', tenant }, { ...published, slug: 'all-painters' })
    expect(await from(tenant, '/paths/painter')).toBe('/paths/all-painters')
    expect(await from(tenant, '/paths/painters')).toBe('/paths/all-painters')
    await change({ id, collection: 'paths', tenant }, { _status: 'draft' })
    expect(await from(tenant, '/paths/painter')).toBeNull()
    await way(tenant, 'painter')
    expect(await kept(tenant)).toEqual(['/paths/all-painters', '/paths/painters'])
  })

  it('goes with the path', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await way(tenant, 'short')
    await change({ id, collection: 'paths', tenant }, { ...published, slug: 'shorter' })
    await asTenant(tenant, () =>
      payload().delete({ id, collection: 'paths', overrideAccess: true }),
    )
    expect(await kept(tenant)).toEqual([])
  })
})
