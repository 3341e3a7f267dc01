import { describe, expect, it } from '@jest/globals'

import type { Config } from '@payload-types'

import { asTenant } from '@/database/scope'
import { catalogQuery } from '@/domain/catalog/catalogQuery'
import { classrooms } from '@/test/factories/learning'
import { commerceFactories } from '@/test/factories/commerce'
import { requestOf, testPayload } from '@/test/harness'
import { planted } from '@/test/factories/reviews'
import { statements } from '@/test/statements'

import { CATALOG_PAGE, catalogOf } from './catalog'

const payload = testPayload()
const make = () => classrooms(payload())

type Given = Partial<Config['collections']['courses']> & { price?: number; stars?: number[] }

/** A school whose courses are `given`, by title. */
const school = async (...given: (Given & { title: string })[]) => {
  const { id: tenant } = await make().tenant()
  const ids: Record<string, string> = {}
  for (const { price, stars = [], title, ...course } of given) {
    const { id } = await make().course({ ...course, tenant, title })
    ids[title] = id
    if (price !== undefined) {
      await commerceFactories(payload()).offer({
        course: id,
        kind: price === 0 ? 'free' : 'oneTime',
        prices: price === 0 ? [] : [{ amount: price, currency: 'USD' }],
        tenant,
      })
    }
    for (const one of stars) {
      await planted(payload()).review({ course: id, stars: one, tenant })
    }
  }

  return { ids, tenant }
}

const category = (tenant: string, data: { name: string; parent?: string }) =>
  asTenant(tenant, () =>
    payload().create({
      collection: 'categories',
      data: { ...data, position: 0, tenant } as never,
      overrideAccess: true,
    }),
  )

const found = (tenant: string, search = '', slug: null | string = null) =>
  asTenant(tenant, async () => {
    const query = catalogQuery(new URLSearchParams(search))
    const catalog = await catalogOf({
      category: slug,
      currency: 'USD',
      query,
      req: await requestOf(),
    })
    if (!catalog) {
      throw new Error('There is no such category.')
    }

    return catalog
  })

const titles = async (tenant: string, search?: string, slug?: string) =>
  (await found(tenant, search, slug)).courses.map(({ title }) => title)

const shelf = () =>
  school(
    { level: 'beginner', price: 0, title: 'Free steps' },
    { language: 'he', level: 'beginner', price: 1900, stars: [5, 4], title: 'אור רך' },
    { level: 'advanced', price: 4900, stars: [3], title: 'Deep water' },
    { level: 'all', summary: 'Under water, in soft light', title: 'Not for sale' },
  )

describe('a catalog', () => {
  it('shows published courses of its own school alone, the newest first', async () => {
    const { tenant } = await school({ title: 'One' }, { title: 'Two' })
    await make().course({ _status: 'draft', tenant })
    await school({ title: 'Elsewhere' })

    expect(await titles(tenant)).toEqual(['Two', 'One'])
    expect((await found(tenant)).total).toBe(2)
  })

  it('shows what satisfies all that is chosen, in every facet', async () => {
    const { tenant } = await shelf()

    expect(await titles(tenant, 'level=beginner&price=paid')).toEqual(['אור רך'])
    expect(await titles(tenant, 'level=beginner&level=advanced&sort=price')).toEqual([
      'Free steps',
      'אור רך',
      'Deep water',
    ])
    expect(await titles(tenant, 'min=19&max=20')).toEqual(['אור רך'])
    expect(await titles(tenant, 'rating=4')).toEqual(['אור רך'])
    expect(await titles(tenant, 'language=he&level=advanced')).toEqual([])
  })

  it('counts for each value what it would show under the other choices', async () => {
    const { tenant } = await shelf()
    const { facets } = await found(tenant, 'level=beginner&price=paid')

    expect(facets.levels).toEqual({ advanced: 1, beginner: 1 })
    expect(facets.prices).toEqual({ free: 1, paid: 1 })
    expect(facets.languages).toEqual({ he: 1 })
    expect(facets.ratings).toEqual({ '3': 1, '4': 1, '4.5': 1 })
    expect(facets.range).toEqual({ high: 1900, low: 0 })
    expect((await found(tenant)).facets.prices).toEqual({ free: 1, none: 1, paid: 2 })
  })

  it.each(['level', 'language', 'price', 'rating'])(
    'keeps the promise of each count of %s: choosing the value shows as many',
    async (name) => {
      const { tenant } = await shelf()
      for (const others of ['', 'q=water', name === 'price' ? 'level=beginner' : 'price=paid']) {
        const { facets } = await found(tenant, others)
        const counts = Object.entries(
          {
            language: facets.languages,
            level: facets.levels,
            price: facets.prices,
            rating: facets.ratings,
          }[name] ?? {},
        ).filter(([value]) => value !== 'none')
        for (const [value, count] of counts) {
          const chosen = new URLSearchParams(others)
          chosen.set(name, value)
          expect([value, (await found(tenant, chosen.toString())).total]).toEqual([value, count])
        }
      }
    },
  )

  it('finds what a description says, and nothing of how it is set', async () => {
    const text = (...said: string[]) => ({
      root: {
        type: 'root',
        children: said.map((one) => ({
          type: 'paragraph',
          children: [{ type: 'text', text: one, version: 1 }],
          version: 1,
        })),
        direction: null,
        format: '' as const,
        indent: 0,
        version: 1,
      },
    })
    const { tenant } = await school(
      {
        description: text('Begins before the camera is lifted', 'Ends with Zürich at dusk'),
        title: 'Seeing',
      },
      { title: 'Hearing' },
    )

    expect(await titles(tenant, 'q=camera+zÜrich')).toEqual(['Seeing'])
    expect(await titles(tenant, 'q=seeing+dusk')).toEqual(['Seeing'])
    expect(await titles(tenant, 'q=paragraph')).toEqual([])
  })

  it('finds every word wherever it stands, and takes none for a pattern', async () => {
    const { tenant } = await shelf()

    expect(await titles(tenant, 'q=WATER')).toEqual(['Not for sale', 'Deep water'])
    expect(await titles(tenant, 'q=soft+water')).toEqual(['Not for sale'])
    expect(await titles(tenant, 'q=%25')).toEqual([])
    expect(await titles(tenant, `q=${encodeURIComponent(`';--`)}`)).toEqual([])
  })

  it('orders by price, by rating and by how many learn', async () => {
    const { ids, tenant } = await shelf()
    const learner = await make().user({ tenant })
    await make().enrolled({ course: ids['Not for sale'] ?? '', learner: learner.id, tenant })

    expect(await titles(tenant, 'sort=price-desc')).toEqual([
      'Deep water',
      'אור רך',
      'Free steps',
      'Not for sale',
    ])
    expect((await titles(tenant, 'sort=rating')).slice(0, 2)).toEqual(['אור רך', 'Deep water'])
    // Who reviewed is enrolled, too: two, and one.
    expect((await titles(tenant, 'sort=popular'))[0]).toBe('אור רך')
  })

  it('shows a category with all that stands below it, each course once', async () => {
    const { ids, tenant } = await school({ title: 'One' }, { title: 'Two' }, { title: 'Three' })
    const art = await category(tenant, { name: 'Art' })
    const light = await category(tenant, { name: 'Light', parent: art.id })
    const place = (title: string, data: object) =>
      asTenant(tenant, () =>
        payload().update({
          id: ids[title] ?? '',
          collection: 'courses',
          data,
          overrideAccess: true,
        }),
      )
    await place('One', { categories: [art.id], category: light.id })
    await place('Two', { category: art.id })

    expect(await titles(tenant, '', 'art')).toEqual(['Two', 'One'])
    expect(await titles(tenant, '', 'light')).toEqual(['One'])
    const { facets } = await found(tenant, '', 'light')
    expect(facets.categories).toEqual({ [art.id]: 2, [light.id]: 1 })
    expect(facets.everywhere).toBe(3)
    await expect(found(tenant, '', 'nothing')).rejects.toThrow()
  })

  it('leafs through, each course on one page, and ends on the last', async () => {
    const many = Array.from({ length: CATALOG_PAGE + 2 }, (_, n) => ({ title: `Course ${n}` }))
    const { tenant } = await school(...many)
    const [one, two] = [await titles(tenant), await titles(tenant, 'page=2')]

    expect([one.length, two.length]).toEqual([CATALOG_PAGE, 2])
    expect(new Set([...one, ...two]).size).toBe(many.length)
    expect((await found(tenant, 'page=99')).page).toBe(2)
    expect(await titles(tenant, 'page=99')).toEqual(two)
  })

  it('asks as many questions for many courses as for one', async () => {
    const { tenant } = await school({ price: 100, stars: [5], title: 'One' })
    const asked = () =>
      statements(payload(), () =>
        asTenant(tenant, async () =>
          catalogOf({
            category: null,
            currency: 'USD',
            query: catalogQuery(new URLSearchParams('level=all&q=o')),
            req: await requestOf(),
          }),
        ),
      )
    const before = await asked()
    for (let n = 0; n < 5; n += 1) {
      await make().course({ tenant, title: `Other ${n}` })
    }

    expect(before).toBe(5)
    expect(await asked()).toBe(before)
  })
})
