import { jest } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { CurriculumChange } from '@/domain/catalog/curriculum/changes'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { arrangementOf } from '@/domain/catalog/curriculum/tree'
import { moveLessons } from '@/domain/catalog/curriculum/arrangement'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { learn } from '@endpoints/learning/learn'

import { changeOfCurriculum, curriculum } from './curriculum'

const payload = testPayload()

type Answer = { code?: string; made?: { lessons: string[]; sections: string[] } } & {
  count?: number
  tree?: CurriculumTree
}

/** A course of sections A (with lessons a and b) and B (with c), its instructor and its learner. */
const room = async () => {
  const make = classrooms(payload())
  const made = await make.classroom({
    lessons: [
      { kind: 'text', title: 'a' },
      { kind: 'text', title: 'b' },
    ],
  })
  const { course, tenant } = made
  const instructor = await make.user({ roles: ['instructor'], tenant })
  const second = (await make.section({ course, tenant, title: 'B' })).id
  const c = await make.lessonIn({ course, kind: 'text', section: second, tenant, title: 'c' })
  const [a = '', b = ''] = made.lessons
  const change = async (
    asked: CurriculumChange,
    { of = course, user = instructor }: { of?: string; user?: { id: string } } = {},
  ) => {
    const { body, status } = await call(changeOfCurriculum, {
      data: { change: asked },
      params: { id: of },
      tenant,
      user,
    })

    return { ...(body as Answer), status }
  }
  const read = async (of = course) =>
    (await call(curriculum, { params: { id: of }, tenant, user: instructor }))
      .body as CurriculumTree

  return { ...made, a, b, c, change, instructor, make, read, second }
}

type Room = Awaited<ReturnType<typeof room>>

type Client = { query: (query: unknown) => unknown }

/** The text of what a client of the database is asked. */
const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as undefined | { text?: string })?.text ?? '')

const drawn = ({ sections }: Pick<CurriculumTree, 'sections'>): string[] =>
  sections.map(({ lessons }) => lessons.map(({ title }) => title).join(' '))

const here = <Row>({ tenant }: Room, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => row<Row>(await requestOf(), statement))

/** The learner finishes a lesson. */
const complete = (at: Room, lesson: string) =>
  here(
    at,
    sql`insert into progress (id, tenant_id, learner_id, lesson_id, course_id, enrollment_id, spans, seconds, share, position, completed_at)
        select uuidv7(), tenant_id, learner_id, ${lesson}, course_id, id, '[]', 0, 1, 0, now() from enrollments
        where learner_id = ${at.learner.id}`,
  )

const outlineOf = async ({ slug, learner, tenant }: Room) => {
  const { body } = await call(learn, { params: { courseSlug: slug }, tenant, user: learner })

  return body as {
    enrollment: { percent: number }
    sections: { lessons: { completed: boolean; locked: boolean; title: string }[] }[]
  }
}

const arrangeWith = async (at: Room, lessons: string[], section: string) => {
  const tree = await at.read()
  const sections = moveLessons(arrangementOf(tree.sections), { before: null, lessons, section })

  return at.change({ do: 'arrange', sections, version: tree.version })
}

describe('GET /api/courses/:id/curriculum', () => {
  it('tells sections and lessons in order, with their newest state, in as many statements as for one', async () => {
    const at = await room()
    await at.change({ id: at.a, do: 'rename', item: 'lesson', title: 'A light', was: 'a' })
    await at.change({ do: 'publish', isPublished: false, lessons: [at.b] })
    const { sections } = await at.read()

    expect(sections.flatMap(({ lessons }) => lessons)).toMatchObject([
      { isBegun: false, isFilled: false, kind: 'text', state: 'published', title: 'A light' },
      { state: 'draft', title: 'b' },
      { state: 'published', title: 'c' },
    ])
  })

  it('is for those alone who write courses, and of their own school', async () => {
    const at = await room()
    const other = await room()
    const ask = (user?: { id: string }) =>
      call(curriculum, { params: { id: at.course }, tenant: at.tenant, user })

    expect((await ask()).status).toBe(401)
    expect((await ask(at.learner)).status).toBe(403)
    expect((await ask(at.instructor)).status).toBe(200)
    expect(
      (await other.change({ do: 'trash', lessons: [at.a], sections: [] }, { of: at.course }))
        .status,
    ).toBe(404)
  })
})

describe('arranging a curriculum', () => {
  it('moves lessons between sections and leaves learners all they reached', async () => {
    const at = await room()
    await complete(at, at.a)
    const before = await outlineOf(at)
    expect(await arrangeWith(at, [at.a], at.second)).toMatchObject({ status: 200 })
    await settle()
    const after = await outlineOf(at)

    expect(drawn(await at.read())).toEqual(['b', 'c a'])
    expect(after.sections.map(({ lessons }) => lessons.map(({ title }) => title))).toEqual([
      ['b'],
      ['c', 'a'],
    ])
    const byTitle = (given: typeof after) =>
      Object.fromEntries(
        given.sections.flatMap(({ lessons }) => lessons).map((one) => [one.title, one]),
      )
    expect(byTitle(after)).toEqual(byTitle(before))
    expect(after.enrollment.percent).toBe(33)
  })

  it('keeps a draft beside a published lesson, in its new place', async () => {
    const at = await room()
    await asTenant(at.tenant, async () =>
      payload().update({
        id: at.a,
        collection: 'lessons',
        data: { _status: 'draft', title: 'a, better' },
        draft: true,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    await arrangeWith(at, [at.a], at.second)
    const { sections } = await at.read()
    expect(sections[1]?.lessons[1]).toMatchObject({ state: 'changed', title: 'a, better' })
    await at.change({ do: 'publish', isPublished: true, lessons: [at.a] })
    expect((await outlineOf(at)).sections[1]?.lessons.map(({ title }) => title)).toEqual([
      'c',
      'a, better',
    ])
  })

  it('takes one of several orders at once, and shows the others what stands', async () => {
    const at = await room()
    const tree = await at.read()
    const current = arrangementOf(tree.sections)
    const wanted = [at.a, at.b, at.c].map((lesson) =>
      moveLessons(current, {
        before: null,
        lessons: [lesson],
        section: lesson === at.c ? at.section : at.second,
      }),
    )
    const answers = await Promise.all(
      wanted.map((sections) => at.change({ do: 'arrange', sections, version: tree.version })),
    )
    const won = answers.filter(({ status }) => status === 200)
    const lost = answers.filter(({ status }) => status === 409)

    expect([won.length, lost.length]).toEqual([1, 2])
    const now = await at.read()
    expect(won[0]?.tree).toEqual(now)
    expect(lost.map(({ code, tree: shown }) => [code, shown])).toEqual([
      ['curriculumChanged', now],
      ['curriculumChanged', now],
    ])
  })

  it('refuses an order that leaves something out, or brings in what is elsewhere', async () => {
    const at = await room()
    const { sections, version } = await at.read()
    const current = arrangementOf(sections)
    const short = current.map(({ id }) => ({ id, lessons: [] }))
    const foreign = [...current, { id: crypto.randomUUID(), lessons: [] }]
    for (const wanted of [short, foreign, current.slice(1)]) {
      expect((await at.change({ do: 'arrange', sections: wanted, version })).status).toBe(409)
    }
    expect(await at.read()).toMatchObject({ version })
  })

  it('takes as many statements for three hundred lessons as for three, and few', async () => {
    const at = await room()
    const sent = async (run: () => Promise<unknown>): Promise<string[]> => {
      const { pool } = payload().db as unknown as { pool: { _clients: Client[] } }
      const spies = pool._clients.map((client) => jest.spyOn(client, 'query'))
      await run()
      const told = spies.flatMap(({ mock }) => mock.calls.map(([query]) => textOf(query)))
      spies.forEach((spy) => spy.mockRestore())

      return told.filter((text) => /^\s*(?:insert|select|update|with)/i.test(text))
    }
    const move = (lesson: string) => () => arrangeWith(at, [lesson], at.second)
    const few = [await sent(() => at.read()), await sent(move(at.a))]
    await here(
      at,
      sql`with n as (
            insert into lessons (id, tenant_id, section_id, course_id, title, kind, _status, _lessons_lessons_order)
            select uuidv7(), ${at.tenant}, ${at.section}, ${at.course}, 'n' || g, 'text', 'published', 'b' || lpad(g::text, 4, '0')
            from generate_series(1, 300) g returning *)
          insert into _lessons_v (id, parent_id, version_tenant_id, version_title, version_kind, version__status, latest)
          select uuidv7(), id, tenant_id, title, 'text', 'published', true from n`,
    )
    const many = [await sent(() => at.read()), await sent(move(at.b))]

    expect(many.map(({ length }) => length)).toEqual(few.map(({ length }) => length))
    expect(many[0]?.length).toBeLessThanOrEqual(10)
    // One reading before it, which the interface has done already; then hold, read, write and the log's entry, beside the session, begin and commit.
    expect((many[1]?.length ?? 0) - (many[0]?.length ?? 0)).toBeLessThanOrEqual(4)
    expect((await at.read()).sections.map(({ lessons }) => lessons.length)).toEqual([300, 3])
  })
})

describe('adding to a curriculum', () => {
  it('writes sections and draft lessons in order, after the row named', async () => {
    const at = await room()
    const { made, status } = await at.change({
      after: at.a,
      do: 'add',
      parts: [
        {
          lessons: [
            { kind: 'video', title: 'x' },
            { kind: 'quiz', title: 'y' },
          ],
          section: at.section,
        },
        { lessons: [{ kind: 'text', title: 'z' }], title: 'New' },
      ],
    })
    const tree = await at.read()

    expect(status).toBe(200)
    expect([made?.lessons.length, made?.sections.length]).toEqual([3, 1])
    expect(drawn(tree)).toEqual(['a x y b', 'z', 'c'])
    expect(tree.sections[0]?.lessons[1]).toMatchObject({ kind: 'video', state: 'draft' })
    expect((await outlineOf(at)).sections.map(({ lessons }) => lessons.length)).toEqual([2, 0, 1])
  })

  it('makes a lesson of a file, of the kind that fits it', async () => {
    const at = await room()
    const media = async (type: string) =>
      here<{ id: string }>(
        at,
        sql`insert into media (id, tenant_id, filename, mime_type, duration)
            values (uuidv7(), ${at.tenant}, ${crypto.randomUUID()}, ${type}, 61) returning id`,
      )
    const [film, paper] = [await media('video/mp4'), await media('application/pdf')]
    await at.change({
      do: 'add',
      parts: [
        {
          lessons: [
            { kind: 'text', media: film?.id, title: 'film' },
            { kind: 'video', media: paper?.id, title: 'paper' },
          ],
          section: at.second,
        },
      ],
    })
    expect((await at.read()).sections[1]?.lessons.slice(1)).toMatchObject([
      { duration: 61, isFilled: true, kind: 'video', state: 'draft', title: 'film' },
      { isFilled: true, kind: 'pdf', state: 'draft', title: 'paper' },
    ])
  })

  it('refuses sections, files and numbers of rows that cannot be', async () => {
    const at = await room()
    const lessons = [{ kind: 'text' as const, title: 'x' }]
    const foreign = (await room()).section
    const gone = { do: 'add' as const, parts: [{ lessons, section: foreign }] }
    expect((await at.change(gone)).status).toBe(404)
    const file = [{ kind: 'text' as const, media: crypto.randomUUID(), title: 'x' }]
    const lost = { do: 'add' as const, parts: [{ lessons: file, section: at.section }] }
    expect((await at.change(lost)).status).toBe(404)
    const many = {
      lessons: Array.from(
        { length: 101 },
        () => lessons[0] ?? { kind: 'text' as const, title: 'x' },
      ),
      section: at.section,
    }
    expect((await at.change({ do: 'add', parts: [many] })).status).toBe(400)
    expect((await at.change({ do: 'add', parts: [{ lessons }] })).status).toBe(400)
    expect(drawn(await at.read())).toEqual(['a b', 'c'])
  })
})

describe('renaming in a curriculum', () => {
  it('keeps the title that came first, and shows the other what it is', async () => {
    const at = await room()
    const titles = ['one', 'two']
    const answers = await Promise.all(
      titles.map((title) =>
        at.change({ id: at.second, do: 'rename', item: 'section', title, was: 'B' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const won = titles[answers.findIndex(({ status }) => status === 200)]
    expect((await at.read()).sections[1]?.title).toBe(won)
    expect(answers.find(({ status }) => status === 409)?.tree?.sections[1]?.title).toBe(won)
  })
})

describe('the trash of a curriculum', () => {
  it('takes sections with their lessons and gives all of it back, with what learners did', async () => {
    const at = await room()
    await complete(at, at.a)
    const before = await at.read()
    const picked = { lessons: [at.c], sections: [at.section] }
    expect(drawn((await at.change({ do: 'trash', ...picked })).tree ?? before)).toEqual([''])
    await settle()
    expect((await outlineOf(at)).sections.map(({ lessons }) => lessons.length)).toEqual([0])

    const back = await at.change({ do: 'restore', ...picked })
    await settle()
    expect(back.tree).toEqual({
      ...before,
      sections: before.sections.map((section) => ({
        ...section,
        lessons: section.lessons.map((one) => ({ ...one, isBegun: one.id === at.a })),
      })),
    })
    expect((await outlineOf(at)).sections[0]?.lessons[0]).toMatchObject({
      completed: true,
      title: 'a',
    })
    expect((await outlineOf(at)).enrollment.percent).toBe(33)
  })

  it('brings back a section without the lessons that were deleted before it, and a lesson with its section', async () => {
    const at = await room()
    await at.change({ do: 'trash', lessons: [at.a], sections: [] })
    await at.change({ do: 'trash', lessons: [], sections: [at.section] })
    await at.change({ do: 'restore', lessons: [], sections: [at.section] })
    expect(drawn(await at.read())).toEqual(['b', 'c'])
    await at.change({ do: 'trash', lessons: [], sections: [at.section] })
    expect(
      drawn(
        (await at.change({ do: 'restore', lessons: [at.a], sections: [] })).tree ?? {
          sections: [],
        },
      ),
    ).toEqual(['a', 'c'])
  })
})

describe('copying in a curriculum', () => {
  it('makes drafts beside the originals, with a quiz of their own', async () => {
    const at = await room()
    const quiz = (await at.make.quiz({ tenant: at.tenant })).id
    const exam = await at.make.lessonIn({
      ...at,
      kind: 'quiz',
      quiz,
      section: at.section,
      title: 'q',
    })
    const { made } = await at.change({ do: 'copy', lessons: [at.a, exam], sections: [at.second] })
    const tree = await at.read()

    expect(tree.sections.map(({ title }) => title).slice(1)).toEqual(['B', 'B (copy)'])
    expect(drawn(tree)).toEqual(['a a (copy) b q q (copy)', 'c', 'c'])
    expect(tree.sections[0]?.lessons[1]?.state).toBe('draft')
    const copies = await asTenant(at.tenant, async () =>
      rows<{ quiz: null | string; status: null | string }>(
        await requestOf(),
        sql`select v.version_quiz_id as quiz, q._status as status from _lessons_v v join quizzes q on q.id = v.version_quiz_id
            where v.latest and v.parent_id = any(${sql.param(made?.lessons ?? [])}::uuid[])`,
      ),
    )
    expect(copies).toHaveLength(1)
    expect(copies[0]).toMatchObject({ status: 'published' })
    expect(copies[0]?.quiz).not.toBe(quiz)
  })
})

describe('moving to another course', () => {
  const withOther = async () => {
    const at = await room()
    const { id: other } = await at.make.course({ tenant: at.tenant })
    const { id: home } = await at.make.section({ course: other, tenant: at.tenant })
    await at.make.lessonIn({ course: other, section: home, tenant: at.tenant, title: 'z' })

    return { at, home, other }
  }

  it('takes lessons and whole sections along, and counts both courses anew', async () => {
    const { at, home, other } = await withOther()
    await complete(at, at.b)
    const to = { course: other, section: home }
    const answer = await at.change({ do: 'transfer', lessons: [at.a], sections: [at.second], to })
    await settle()

    expect(answer.status).toBe(200)
    expect(drawn(await at.read())).toEqual(['b'])
    expect(drawn(await at.read(other))).toEqual(['z a', 'c'])
    expect((await outlineOf(at)).enrollment.percent).toBe(100)
  })

  it('leaves what a learner has begun where it is, and copies it instead', async () => {
    const { at, home, other } = await withOther()
    await complete(at, at.a)
    const to = { course: other, section: home }
    const refused = await at.change({ do: 'transfer', lessons: [at.a, at.b], sections: [], to })
    expect(refused).toMatchObject({ code: 'lessonsBegun', count: 1, status: 409 })
    expect(drawn(await at.read())).toEqual(['a b', 'c'])

    expect((await at.change({ do: 'copy', lessons: [at.a], sections: [], to })).status).toBe(200)
    expect(drawn(await at.read())).toEqual(['a b', 'c'])
    expect(drawn(await at.read(other))).toEqual(['z a'])
  })

  it('makes a section in a course that has none, and knows no course of another school', async () => {
    const at = await room()
    const { id: bare } = await at.make.course({ tenant: at.tenant })
    const foreign = await room()
    const move = (course: string) =>
      at.change({ do: 'transfer', lessons: [at.a], sections: [], to: { course, section: null } })

    expect((await move(foreign.course)).status).toBe(404)
    expect((await move(bare)).status).toBe(200)
    expect(drawn(await at.read(bare))).toEqual(['a'])
  })
})
