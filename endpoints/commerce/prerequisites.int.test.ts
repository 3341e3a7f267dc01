import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { coursePage } from '@/operations/catalog/coursePage'
import { placeOrder } from '@/operations/commerce/placeOrder'
import { quotePurchase } from '@/operations/commerce/quotePurchase'
import { announce } from '@hooks/events/announce'
import { commerceFactories } from '@/test/factories/commerce'
import { drips } from '@/test/factories/drips'
import { requestOf, settle, testPayload } from '@/test/harness'

const payload = testPayload()
const make = () => drips(payload())

const setBefore = (tenant: string, course: string, prerequisites: string[]) =>
  asTenant(tenant, () =>
    payload().update({
      id: course,
      collection: 'courses',
      data: { prerequisites },
      depth: 0,
      overrideAccess: true,
    }),
  )

/** A course that is sold, one that comes before it, and somebody who has neither completed. */
const ladder = async () => {
  const room = await make().classroom({ lessons: [{ kind: 'text' }] })
  const { course: first, tenant } = room
  const { id: second, slug } = await make().course({ tenant, title: 'Second' })
  await setBefore(tenant, second, [first])
  const { id: offer } = await commerceFactories(payload()).offer({ course: second, tenant })
  const buy = () =>
    asTenant(tenant, async () => {
      const req = await requestOf({ id: room.learner.id })

      return inTransaction(req, () =>
        placeOrder({ buyer: room.learner.id, now: new Date(), offers: [offer], req, tenant }),
      )
    })
  const quote = () =>
    asTenant(tenant, async () =>
      quotePurchase({
        buyer: room.learner.id,
        now: new Date(),
        offers: [offer],
        req: await requestOf(),
        tenant,
      }),
    )
  const finish = async () => {
    const enrollment = await make().enrollmentOf(room, room.learner.id)
    await make().query(
      room,
      sql`update enrollments set completed_at = now() where id = ${enrollment}`,
    )
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () =>
        announce({ data: { enrollment }, fact: 'course.completed', req, tenant }),
      )
    })
  }

  return { ...room, buy, finish, first, quote, second, secondSlug: slug }
}

describe('a course with a prerequisite', () => {
  it('is refused with what is missing named, and sold once that is completed, of which one mail tells', async () => {
    const room = await ladder()
    const missing = [{ slug: room.slug, title: expect.any(String) }]

    await expect(room.buy()).rejects.toMatchObject({
      code: 'prerequisitesMissing',
      detail: { missing },
    })
    expect(await room.quote()).toMatchObject({ missing })
    const page = await asTenant(room.tenant, async () =>
      coursePage({ slug: room.secondSlug, req: await requestOf() }),
    )
    expect(page?.prerequisites).toMatchObject(missing)

    await room.finish()
    await room.finish()
    await settle()
    expect(
      await make().query(
        room,
        sql`select data ->> 'course' as course from emails where kind = 'prerequisitesMet'`,
      ),
    ).toEqual([{ course: 'Second' }])
    expect(await room.quote()).not.toHaveProperty('missing')
    expect(await room.buy()).toMatchObject({ replaced: [] })
  })

  it('cannot come before itself, by any number of steps', async () => {
    const { first, second, tenant } = await ladder()
    const { id: third } = await make().course({ tenant })
    await setBefore(tenant, third, [second])

    await expect(setBefore(tenant, first, [first])).rejects.toThrow()
    await expect(setBefore(tenant, first, [second])).rejects.toThrow()
    await expect(setBefore(tenant, first, [third])).rejects.toThrow()
    await expect(setBefore(tenant, third, [first, second])).resolves.toBeTruthy()
  })

  it('names no course of another school', async () => {
    const [here, there] = [await ladder(), await ladder()]

    await expect(setBefore(here.tenant, here.second, [there.first])).rejects.toThrow()
  })
})
