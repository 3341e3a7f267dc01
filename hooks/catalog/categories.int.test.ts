import { describe, expect, it } from '@jest/globals'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

const payload = testPayload()
const school = async () => (await factories(payload()).tenant()).id

const make = (tenant: string, name: string, parent?: string) =>
  asTenant(tenant, () =>
    payload().create({
      collection: 'categories',
      data: { name, parent, position: 0, tenant } as never,
      depth: 0,
      overrideAccess: true,
    }),
  )
const move = (tenant: string, id: string, parent: null | string) =>
  asTenant(tenant, () =>
    payload().update({
      id,
      collection: 'categories',
      data: { parent },
      depth: 0,
      overrideAccess: true,
    }),
  )
const remove = (tenant: string, id: string) =>
  asTenant(tenant, () =>
    payload().delete({ id, collection: 'categories', depth: 0, overrideAccess: true }),
  )

describe('the tree of a school’s categories', () => {
  it('has three levels and no ring', async () => {
    const tenant = await school()
    const art = await make(tenant, 'Art')
    const photo = await make(tenant, 'Photography', art.id)
    const light = await make(tenant, 'Light', photo.id)

    await expect(make(tenant, 'Windows', light.id)).rejects.toMatchObject({ status: 400 })
    await expect(move(tenant, art.id, light.id)).rejects.toMatchObject({ status: 400 })
    await expect(move(tenant, art.id, art.id)).rejects.toMatchObject({ status: 400 })
    expect((await move(tenant, light.id, null)).parent).toBeNull()
  })

  it('has none either where two are moved below each other at once', async () => {
    const tenant = await school()
    for (let n = 0; n < 5; n += 1) {
      const [one, two] = [await make(tenant, `One ${n}`), await make(tenant, `Two ${n}`)]
      const moved = await Promise.allSettled([
        move(tenant, one.id, two.id),
        move(tenant, two.id, one.id),
      ])

      expect(moved.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('lets go of what nothing stands in, and of nothing else', async () => {
    const tenant = await school()
    const art = await make(tenant, 'Art')
    const light = await make(tenant, 'Light', art.id)
    const course = await factories(payload()).course({ categories: [light.id], tenant })

    await expect(remove(tenant, art.id)).rejects.toMatchObject({
      data: { code: 'categoryInUse' },
      status: 409,
    })
    await expect(remove(tenant, light.id)).rejects.toMatchObject({ status: 409 })
    await asTenant(tenant, () =>
      payload().update({
        id: course.id,
        collection: 'courses',
        data: { categories: [] },
        overrideAccess: true,
      }),
    )
    await remove(tenant, light.id)
    expect((await remove(tenant, art.id)).id).toBe(art.id)
  })

  it('has one category for an address, and none of another school', async () => {
    const tenant = await school()
    const foreign = await make(await school(), 'Art')

    expect((await make(tenant, 'Art')).slug).toBe('art')
    await expect(make(tenant, 'Art')).rejects.toMatchObject({ status: 400 })
    await expect(make(tenant, 'Light', foreign.id)).rejects.toThrow()
    await expect(
      factories(payload()).course({ categories: [foreign.id], tenant }),
    ).rejects.toMatchObject({ status: 400 })
  })
})
