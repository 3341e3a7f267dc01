import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { seedPeople } from '@/seed/people'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

const payload = testPayload()

type Doc = { id: string; title: string; updatedAt: string }

type Answer = {
  doc?: Doc
  errors?: { data?: { code: string; editor: null | string; updatedAt: string }; message: string }[]
}

const AUTHORS = ['Ann', 'Bob'] as const

/** A course and a lesson of it, and two who write them, over HTTP. */
const room = async () => {
  const made = await classrooms(payload()).classroom({ lessons: [{ kind: 'text', title: 'a' }] })
  const { course, first: lesson, tenant } = made
  const { slug } = await asTenant(tenant, () =>
    payload().findByID({ id: tenant, collection: 'tenants', overrideAccess: true }),
  )
  const host = `${slug}.localhost`
  await asTenant(tenant, async () =>
    seedPeople({
      people: AUTHORS.map((name) => ({
        name,
        email: `${name.toLowerCase()}@${slug}.test`,
        roles: ['instructor'],
      })),
      req: await requestOf(),
      tenant,
    }),
  )
  const author = async (name: (typeof AUTHORS)[number]) => {
    const actor = await signIn({
      name: 'instructor',
      email: `${name.toLowerCase()}@${slug}.test`,
      host,
      payload: payload(),
    })
    const rest = callsAt(host).rest

    return {
      patch: async (path: string, body: object, headers: Record<string, string> = {}) => {
        const { status, text } = await rest(actor, { body, headers, method: 'PATCH', path })

        return { ...(JSON.parse(text) as Answer), status }
      },
      post: async (path: string) => {
        const { status, text } = await rest(actor, { body: {}, method: 'POST', path })

        return { status, text }
      },
      read: async (path: string) =>
        JSON.parse((await rest(actor, { path: `${path}?depth=0&draft=true` })).text) as Doc,
    }
  }
  const versions = (of: 'courses' | 'lessons', id: string) =>
    asTenant(tenant, async () =>
      rows<{ autosave: boolean | null; editor: null | string; title: string }>(
        await requestOf(),
        sql`select v.version_title as title, v.autosave, u.name as editor
            from ${sql.identifier(`_${of}_v`)} v left join users u on u.id = v.version_editor_id
            where v.parent_id = ${id} order by v.updated_at`,
      ),
    )

  return { ann: await author('Ann'), bob: await author('Bob'), course, lesson, tenant, versions }
}

const ifMatch = ({ updatedAt }: Doc) => ({ 'If-Match': `"${updatedAt}"` })

const CASES = [
  ['lessons', ''],
  ['lessons', '?draft=true'],
  ['lessons', '?draft=true&autosave=true'],
  ['courses', ''],
  ['courses', '?draft=true&autosave=true'],
] as const

describe.each(CASES)('two people who write one of the %s%s', (collection, query) => {
  it('never write over what they have not seen, and are told whose it is', async () => {
    const here = await room()
    const path = `${collection}/${collection === 'courses' ? here.course : here.lesson}`
    const before = await here.ann.read(path)
    const saved = await here.ann.patch(path + query, { title: 'Ann’s' }, ifMatch(before))
    expect(saved.status).toBe(200)

    const refused = await here.bob.patch(path + query, { title: 'Bob’s' }, ifMatch(before))
    expect(refused.status).toBe(409)
    expect(refused.errors?.[0]?.data).toMatchObject({ code: 'documentChanged', editor: 'Ann' })
    expect(refused.errors?.[0]?.message).toContain('Ann')
    expect((await here.bob.read(path)).title).toBe('Ann’s')

    const now = await here.bob.read(path)
    expect((await here.bob.patch(path + query, { title: 'Bob’s' }, ifMatch(now))).status).toBe(200)
    expect((await here.ann.read(path)).title).toBe('Bob’s')
  })

  it('go on from the answer to their own save', async () => {
    const here = await room()
    const path = `${collection}/${collection === 'courses' ? here.course : here.lesson}`
    let basis = await here.ann.read(path)
    for (const title of ['1', '2', '3']) {
      const { doc, status } = await here.ann.patch(`${path}${query}`, { title }, ifMatch(basis))
      expect(status).toBe(200)
      basis = doc ?? basis
    }
    expect((await here.ann.read(path)).title).toBe('3')
  })

  it('lose nothing when they save at once, with or without naming what they began from', async () => {
    const here = await room()
    const path = `${collection}/${collection === 'courses' ? here.course : here.lesson}`
    const before = await here.ann.read(path)
    const named = await Promise.all([
      here.ann.patch(path + query, { title: 'Ann’s' }, ifMatch(before)),
      here.bob.patch(path + query, { title: 'Bob’s' }, ifMatch(before)),
    ])
    expect(named.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = named[0]?.status === 200 ? 'Ann’s' : 'Bob’s'
    expect((await here.ann.read(path)).title).toBe(winner)

    const given = { courses: { summary: 'Bob’s' }, lessons: { isPreview: true } }[collection]
    const unnamed = await Promise.all([
      here.ann.patch(path + query, { title: 'Again' }),
      here.bob.patch(path + query, given),
    ])
    const now = (await here.ann.read(path)) as Doc & { isPreview?: boolean; summary?: string }
    expect([now.title, now.summary ?? now.isPreview]).toEqual([
      unnamed[0]?.status === 200 ? 'Again' : winner,
      unnamed[1]?.status === 200 ? Object.values(given)[0] : expect.not.stringContaining('Bob’s'),
    ])
  })
})

describe('the versions of a lesson', () => {
  it('are their writers’ own: autosaves fold into one while one person writes, and not into another’s', async () => {
    const here = await room()
    const path = `lessons/${here.lesson}?draft=true&autosave=true`
    for (const title of ['A1', 'A2']) {
      await here.ann.patch(path, { title })
    }
    for (const title of ['B1', 'B2']) {
      await here.bob.patch(path, { title })
    }
    expect(
      (await here.versions('lessons', here.lesson)).map(({ editor, title }) => [editor, title]),
    ).toEqual([
      [null, 'a'],
      ['Ann', 'A2'],
      ['Bob', 'B2'],
    ])
  })

  it('begin anew after half an hour of writing', async () => {
    const here = await room()
    const path = `lessons/${here.lesson}?draft=true&autosave=true`
    await here.ann.patch(path, { title: 'A1' })
    await asTenant(here.tenant, async () =>
      rows(
        await requestOf(),
        sql`update _lessons_v set created_at = created_at - interval '31 minutes' where parent_id = ${here.lesson}`,
      ),
    )
    await here.ann.patch(path, { title: 'A2' })
    expect((await here.versions('lessons', here.lesson)).map(({ title }) => title)).toEqual([
      'a',
      'A1',
      'A2',
    ])
  })

  it('come back as a new version of whoever restores one, in the section where the lesson stands now', async () => {
    const here = await room()
    const section = await asTenant(here.tenant, async () => {
      const made = await payload().create({
        collection: 'sections',
        data: { course: here.course, tenant: here.tenant, title: 'Other' },
        overrideAccess: true,
      })
      await payload().update({
        id: here.lesson,
        collection: 'lessons',
        data: { section: made.id, title: 'b' },
        overrideAccess: true,
      })

      return made.id
    })
    const [first] = await asTenant(here.tenant, async () =>
      rows<{ id: string }>(
        await requestOf(),
        sql`select id from _lessons_v where parent_id = ${here.lesson} order by updated_at limit 1`,
      ),
    )
    const { status } = await here.bob.post(`lessons/versions/${first?.id}`)
    expect(status).toBe(200)
    const now = (await here.bob.read(`lessons/${here.lesson}`)) as Doc & { section: string }
    expect([now.title, now.section]).toEqual(['a', section])
    const all = await here.versions('lessons', here.lesson)
    expect(all.map(({ editor, title }) => [editor, title])).toEqual([
      [null, 'a'],
      [null, 'b'],
      ['Bob', 'a'],
    ])
  })
})
