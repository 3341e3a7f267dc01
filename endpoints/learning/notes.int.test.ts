import { sql } from '@payloadcms/db-postgres'

import type { Note } from '@/domain/learning/notes'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { personalData } from '@/operations/identity/personalData'
import { forgetLearner } from '@/operations/learning/forgetLearner'
import { inSchool } from '@/test/factories/exams'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'

import { changedNote, fileOfNotes, newNote, noNote, notes } from './notes'

const payload = testPayload()

type Asked = { data?: object; params?: Record<string, string>; query?: Record<string, string> }

const room = async () => {
  const here = await classrooms(payload()).classroom({ lessons: [{}, { kind: 'text' }] })
  const { first, learner, lessons, tenant } = here
  const as = (endpoint: Parameters<typeof call>[0], asked: Asked, user = learner) =>
    call(endpoint, { ...asked, tenant, user })
  const write = async (given: object, user = learner) => {
    const data = { key: crypto.randomUUID(), kind: 'note', lesson: first, text: 'Mine', ...given }
    const { body, status } = await as(newNote, { data }, user)

    return { body: body as { code?: string } & Note, status }
  }
  const list = async (query: Record<string, string> = {}, user = learner) => {
    const { body } = await as(notes, { query }, user)

    return (body as { next: null | string; notes: Note[] }).notes
  }

  return { ...here, as, list, text: lessons[1] ?? '', write }
}

const ANCHOR = { after: ' is light', before: 'All this ', quote: 'radiance' }

describe('a note', () => {
  it('is kept at a second of a film, and at words of a text', async () => {
    const { list, text, write } = await room()
    expect((await write({ second: 65.5 })).status).toBe(201)
    await write({ anchor: ANCHOR, kind: 'highlight', lesson: text, text: '' })
    await write({ kind: 'bookmark', second: 3, text: '' })

    expect(await list()).toMatchObject([
      { anchor: null, kind: 'bookmark', second: 3 },
      { anchor: ANCHOR, kind: 'highlight', lesson: { id: text, isOpen: true }, second: null },
      { kind: 'note', second: 65.5, text: 'Mine' },
    ])
  })

  it('is kept once, however often it is sent', async () => {
    const { list, write } = await room()
    const key = crypto.randomUUID()
    const sent = await Promise.all(Array.from({ length: 6 }, () => write({ key, second: 1 })))

    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1)
    expect(await list()).toHaveLength(1)
  })

  it.each([
    ['that says nothing', { text: ' ' }],
    ['at a second and at words', { anchor: ANCHOR, second: 1 }],
    ['before the film', { second: -1 }],
    ['that marks no words', { kind: 'highlight' }],
  ])('%s is none', async (_, given) => {
    const { write } = await room()

    expect((await write(given)).status).toBe(400)
  })

  it('is nobody else’s to read, to change or to take away', async () => {
    const { as, list, tenant, write } = await room()
    const { body } = await write({})
    const other = await classrooms(payload()).user({ tenant })

    expect(await list({}, other)).toEqual([])
    expect(await write({}, other)).toMatchObject({ body: { code: 'lessonLocked' }, status: 403 })
    const of = { params: { id: body.id } }
    expect((await as(changedNote, { ...of, data: { text: 'Theirs' } }, other)).status).toBe(404)
    expect((await as(noNote, of, other)).status).toBe(404)
    expect(await list()).toMatchObject([{ text: 'Mine' }])
  })

  it('is rewritten and taken away by its learner', async () => {
    const { as, list, write } = await room()
    const { body } = await write({})
    const params = { id: body.id }

    expect((await as(changedNote, { data: { text: 'Anew' }, params })).body).toMatchObject({
      text: 'Anew',
    })
    expect((await as(noNote, { params })).status).toBe(200)
    expect(await list()).toEqual([])
  })

  it('outlives changes of its lesson, and the end of its learner’s access', async () => {
    const { learner, list, tenant, text, write } = await room()
    await write({ anchor: ANCHOR, lesson: text })
    await inSchool(
      { tenant },
      sql`update lessons set body = null, title = 'Renamed' where id = ${text}`,
    )
    await inSchool(
      { tenant },
      sql`update enrollments set status = 'revoked' where learner_id = ${learner.id}`,
    )

    expect(await list()).toMatchObject([
      { anchor: ANCHOR, lesson: { isOpen: false, title: 'Renamed' } },
    ])
  })
})

describe('the notes of a learner', () => {
  it('are searched in all courses, by what is written and what is quoted', async () => {
    const { list, text, write } = await room()
    await write({ text: 'On 100% of Light' })
    await write({ anchor: ANCHOR, kind: 'highlight', lesson: text, text: '' })

    expect(await list({ q: 'light' })).toHaveLength(1)
    expect(await list({ q: 'RADIANCE' })).toMatchObject([{ anchor: ANCHOR }])
    expect(await list({ q: '100%' })).toHaveLength(1)
    expect(await list({ q: '1_0' })).toEqual([])
    expect(await list({ lesson: text })).toHaveLength(1)
  })

  it('come page by page', async () => {
    const { as, first, learner, tenant } = await room()
    await inSchool(
      { tenant },
      sql`insert into learner_notes (id, tenant_id, learner_id, lesson_id, course_id, kind, text, key)
          select uuidv7(), l.tenant_id, ${learner.id}, l.id, l.course_id, 'note', 'n' || i, i::text
          from lessons l, generate_series(1, 120) i where l.id = ${first}`,
    )
    const seen = new Set<string>()
    let after: null | string = null
    for (let page = 0; page < 3; page += 1) {
      const { body } = await as(notes, { query: after ? { after } : {} })
      const read = body as { next: null | string; notes: Note[] }
      read.notes.forEach(({ id }) => seen.add(id))
      after = read.next
    }

    expect([seen.size, after]).toEqual([120, null])
  })

  it('are taken along as a file', async () => {
    const { as, write } = await room()
    await write({ second: 65, text: '=1+1' })
    const fileIn = async (format: string) => {
      const { body } = await as(fileOfNotes, { query: { format } })

      return String(body)
    }

    expect(await fileIn('md')).toContain('**1:05** =1+1')
    expect(await fileIn('csv')).toContain(",1:05,,'=1+1,")
  })

  it('are in what the school tells of a person, and go with the account', async () => {
    const { learner, list, tenant, write } = await room()
    await write({ second: 2 })
    const told = await asTenant(tenant, async () =>
      personalData({ account: learner.id, req: await requestOf() }),
    )
    expect(told?.notes).toMatchObject([{ kind: 'note', second: 2, text: 'Mine' }])

    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => forgetLearner({ learner: learner.id, req, tenant }))
    })
    expect(await list()).toEqual([])
  })
})
