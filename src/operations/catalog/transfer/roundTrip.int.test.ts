import { createHash } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres'

import type { PoolFilter } from '@/domain/catalog/bank'
import type { WholeCourse } from '@/domain/catalog/transfer/pack'

import { storage } from '@/adapters/storage'
import { asPlatform, asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { CARRIED } from '@/domain/catalog/transfer/carried'
import { packCourse } from '@/domain/catalog/transfer/pack'
import { normalForm } from '@/domain/catalog/transfer/packed'
import { mediaKey } from '@/domain/media/keys'
import { factories } from '@/test/factories'
import { bankOf } from '@/test/factories/bank'
import { classrooms } from '@/test/factories/learning'
import { seedDemo } from '@/seed/demo'
import { inRussian, wholeCourse } from '@/test/factories/wholeCourse'
import { requestOf, testPayload } from '@/test/harness'
import { exporter, importer } from '@/test/transfers'

import { countMatching } from '../bank'
import { readCourse } from './read'

const payload = testPayload()

const digestOf = async (key: string): Promise<string> => {
  const stored = await storage().get({ key })
  const digest = createHash('sha256')
  for await (const part of stored?.stream ?? []) {
    digest.update(part as Buffer)
  }

  return digest.digest('hex')
}

/** A course as it is compared: its normal form, with the digests of its files. */
const formOf = (tenant: string, course: string) =>
  asTenant(tenant, async () => {
    const whole = (await readCourse({ course, req: await requestOf() })) as WholeCourse
    const { files, packed } = packCourse(whole)
    const digests = []
    for (const [ref, id] of files) {
      const row = whole.media.find((one) => one.id === id)
      digests.push([ref, row && (await digestOf(mediaKey({ ...row, tenant })))])
    }

    return { ...normalForm(packed), digests }
  })

const coursesOf = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<{ id: string; slug: string }>(
      await requestOf(),
      sql`select id, slug from courses where deleted_at is null order by slug`,
    ),
  )

describe('a course that is exported and imported', () => {
  it('carries every field of its documents, or leaves it on purpose', () => {
    const left: Record<keyof typeof CARRIED, string[]> = {
      'bank-questions': ['corrects', 'course', 'isRetired', 'key', 'title', 'version', 'versions'],
      courses: [
        'coInstructors',
        'duration',
        'editor',
        'instructor',
        'lessonCount',
        'prerequisites',
        'sections',
        'slug',
      ],
      lessons: ['course', 'editor', 'section'],
      quizzes: [],
      sections: ['course', 'lessons'],
    }
    const ours = ['_status', 'createdAt', 'deletedAt', 'id', 'tenant', 'updatedAt']
    for (const kind of Object.keys(CARRIED) as (keyof typeof CARRIED)[]) {
      const known = payload()
        .collections[kind].config.flattenedFields.map(({ name }) => name)
        .filter((name) => !ours.includes(name) && !name.startsWith('_'))

      expect(known.sort()).toEqual([...CARRIED[kind], ...left[kind]].sort())
    }
  })

  it('is the same in another school, with every kind of lesson and of question', async () => {
    const make = factories(payload())
    const [from, to] = [(await make.tenant()).id, (await make.tenant()).id]
    const { before, course } = await wholeCourse(payload(), { tenant: from })
    const bytes = await exporter(payload(), from)([before, course])
    const report = await importer(payload(), to)(bytes)
    expect(report).toMatchObject({ done: 2, refused: 0, status: 'done' })
    const made = report.items.map((item) => item.made ?? '')

    expect(await formOf(to, made[1] ?? '')).toEqual(await formOf(from, course))
    expect(await formOf(to, made[0] ?? '')).toEqual(await formOf(from, before))

    const again = await importer(payload(), to)(await exporter(payload(), to)(made))
    expect(await formOf(to, again.items[1]?.made ?? '')).toEqual(await formOf(from, course))
    expect((await coursesOf(to)).map(({ slug }) => slug)).toEqual([
      'before-light',
      'before-light-2',
      'light',
      'light-2',
    ])
  })

  it('takes along the questions from which its pools draw, and draws from those alone', async () => {
    const make = classrooms(payload())
    const [from, to] = [(await make.tenant()).id, (await make.tenant()).id]
    const bank = await bankOf(payload(), from)
    const [first, second] = [
      await bank.add({ prompt: 'Seen', tags: 'light' }),
      await bank.add({ prompt: 'Named', tags: 'light, hard' }),
    ]
    await bank.add({ prompt: 'Another matter', tags: 'dark' })
    await bank.add({ isRetired: true, prompt: 'Asked no more', tags: 'light' })
    await inRussian({ id: first.id, collection: 'bank-questions', tenant: from })
    const course = (await make.course({ tenant: from })).id
    const section = (await make.section({ course, tenant: from })).id
    const quiz = await make.quiz({
      questions: [
        { blockType: 'pool', count: 1, tags: 'light' },
        { blockType: 'bankQuestion', question: second.id },
      ],
      tenant: from,
    } as never)
    await make.lessonIn({ course, kind: 'quiz', quiz: quiz.id, section, tenant: from })
    await (await bankOf(payload(), to)).add({ prompt: 'Theirs', tags: 'light' })

    const { items } = await importer(payload(), to)(await exporter(payload(), from)([course]))
    const made = items[0]?.made ?? ''
    expect(await formOf(to, made)).toEqual(await formOf(from, course))
    const matching = (filter: PoolFilter) =>
      asTenant(to, async () => countMatching({ filter, req: await requestOf() }))
    expect(await matching({ tags: 'light' })).toBe(3)
    expect(await matching({ course: made, tags: 'light' })).toBe(2)
    const [asked] = await asTenant(to, async () =>
      rows<{ questions: object[] }>(
        await requestOf(),
        sql`select q.questions from quizzes q join lessons l on l.quiz_id = q.id where l.course_id = ${made}`,
      ),
    )
    expect(asked?.questions).toMatchObject([
      { blockType: 'pool', course: made },
      { blockType: 'singleChoice', prompt: 'Named' },
    ])
  })

  it('names in its report the courses that come before it and that the school does not have', async () => {
    const make = factories(payload())
    const [from, to] = [(await make.tenant()).id, (await make.tenant()).id]
    const { before, course } = await wholeCourse(payload(), { tenant: from })
    const alone = await exporter(payload(), from)([course])
    const { items } = await importer(payload(), to)(alone)
    expect(items).toMatchObject([{ missing: [{ slug: 'before-light' }], status: 'done' }])
    const [named] = items[0]?.missing ?? []
    expect(named?.title).toBeTruthy()
    const made = await asTenant(to, async () =>
      rows(await requestOf(), sql`select 1 from courses_rels where path = 'prerequisites'`),
    )
    expect(made).toEqual([])

    const both = await importer(payload(), to)(await exporter(payload(), from)([before, course]))
    expect(both.items.map(({ missing }) => missing)).toEqual([[], []])
  })

  it('is a draft with lessons that are drafts', async () => {
    const make = factories(payload())
    const [from, to] = [(await make.tenant()).id, (await make.tenant()).id]
    const { course } = await wholeCourse(payload(), { tenant: from })
    await importer(payload(), to)(await exporter(payload(), from)([course]))
    const found = await asTenant(to, async () =>
      rows(
        await requestOf(),
        sql`select _status::text from courses union select _status::text from lessons`,
      ),
    )

    expect(found).toEqual([{ _status: 'draft' }])
  })

  it('is the same for every course of the demo', async () => {
    await seedDemo({ payload: payload(), say: () => undefined })
    const to = (await factories(payload()).tenant()).id
    for (const slug of ['aurora', 'ofek']) {
      const school = await schoolNamed(slug)
      const courses = (await coursesOf(school)).map(({ id }) => id)
      const { items } = await importer(payload(), to)(await exporter(payload(), school)(courses))

      expect(items.map(({ reason }) => reason)).toEqual(items.map(() => null))
      expect(
        await formsOf(
          to,
          items.map(({ made }) => made ?? ''),
        ),
      ).toEqual(await formsOf(school, courses))
    }
  }, 120_000)
})

/** Forms of courses in the order of their titles. */
const formsOf = async (tenant: string, courses: string[]) => {
  const forms = []
  for (const course of courses) {
    forms.push(await formOf(tenant, course))
  }

  return forms.toSorted((a, b) => (String(a.course.title) < String(b.course.title) ? -1 : 1))
}

const schoolNamed = async (slug: string): Promise<string> => {
  const { docs } = await asPlatform(() =>
    payload().find({
      collection: 'tenants',
      depth: 0,
      overrideAccess: true,
      where: { slug: { equals: slug } },
    }),
  )

  return docs[0]?.id ?? ''
}
