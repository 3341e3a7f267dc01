import type { Endpoint } from 'payload'

import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'

const payload = testPayload()
const rooms = () => classrooms(payload())

type Room = Awaited<ReturnType<ReturnType<typeof rooms>['classroom']>>
type Kept = { draft: null | string; id: string; place: string; title: string }

/** The lessons in their order, each with the place its newest version remembers. */
const kept = ({ section, tenant }: Room) =>
  asTenant(tenant, async () =>
    rows<Kept>(
      await requestOf(),
      sql`select l.id, l.title, l._lessons_lessons_order as place, v.version__lessons_lessons_order as draft
          from lessons l left join _lessons_v v on v.parent_id = l.id and v.latest
          where l.section_id = ${section} order by l._lessons_lessons_order collate "C"`,
    ),
  )

const titles = async (room: Room) => (await kept(room)).map(({ title }) => title)

/** Moves one lesson behind another, as dragging does. */
const moveBehind = async (room: Room, moved: string, target: string, user?: { id: string }) => {
  const all = await kept(room)
  const idOf = (title: string) => all.find((one) => one.title === title)?.id
  const reorder = payload().config.endpoints.find(({ path }) => path === '/reorder')
  if (!reorder) {
    throw new Error('Payload has no endpoint for ordering.')
  }

  const asServed: Endpoint = {
    ...reorder,
    handler: (req) =>
      reorder.handler(
        Object.assign(req, { json: async () => JSON.parse((await req.text?.()) ?? '') as unknown }),
      ),
  }

  return call(asServed, {
    data: {
      collectionSlug: 'lessons',
      docsToMove: [idOf(moved)],
      newKeyWillBe: 'greater',
      orderableFieldName: '_lessons_lessons_order',
      target: { id: idOf(target), key: all.find((one) => one.title === target)?.place },
    },
    tenant: room.tenant,
    user,
  })
}

describe('POST /api/reorder', () => {
  it('moves a lesson whose newest version is a draft, and the draft with it', async () => {
    const room = await rooms().classroom({
      lessons: [{ title: 'a' }, { title: 'b' }, { title: 'c' }],
    })
    const author = await rooms().user({ roles: ['instructor'], tenant: room.tenant })
    await asTenant(room.tenant, async () => {
      await payload().update({
        id: room.first,
        collection: 'lessons',
        data: { _status: 'draft', duration: 7 },
        draft: true,
        req: await requestOf(author),
      })
    })

    expect(await moveBehind(room, 'a', 'c', author)).toMatchObject({ status: 200 })
    expect(await titles(room)).toEqual(['b', 'c', 'a'])
    expect((await kept(room)).every(({ draft, place }) => (draft ?? place) === place)).toBe(true)
    expect(await moveBehind(room, 'b', 'c', author)).toMatchObject({ status: 200 })
    expect(await titles(room)).toEqual(['c', 'b', 'a'])
  })

  it('moves nothing for those who do not write courses', async () => {
    const room = await rooms().classroom({ lessons: [{ title: 'a' }, { title: 'b' }] })

    await expect(moveBehind(room, 'a', 'b', room.learner)).rejects.toThrow('not allowed')
    expect(await titles(room)).toEqual(['a', 'b'])
  })
})
