import { sql } from '@payloadcms/db-postgres'

import type { Locale } from '@/domain/tenancy/locales'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { richText } from '@/domain/pages/richText'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { settingsFactories } from '@/test/factories/settings'
import { call, requestOf, testPayload } from '@/test/harness'

import {
  confirmTranslations,
  courseTranslations,
  readTranslations,
  saveTranslations,
} from './translations'

const payload = testPayload()

type Desk = {
  languages: { current: number; locale: Locale; stale: number; total: number }[]
  locale: Locale | null
  segments: {
    from: null | string
    key: string
    source: string
    state: string
    text: null | string
    trail: string[]
  }[]
}

const PARAGRAPHS = ['Sit down by a window.', 'Watch the light for an hour and move nothing.']

/** A course in a school that also writes Russian and Hebrew, and who teaches there. */
const room = async (languages: Locale[] = ['ru', 'he']) => {
  const make = classrooms(payload())
  const { id: tenant } = await make.tenant()
  await settingsFactories(payload()).change({ id: tenant, languages })
  const course = await make.course({
    description: richText(...PARAGRAPHS),
    tenant,
    title: 'Seeing light',
  } as never)
  const instructor = await make.user({ roles: ['instructor'], tenant })

  return { course: course.id, instructor, make, tenant }
}

type Room = Awaited<ReturnType<typeof room>>

const params = ({ course }: Room, more: Record<string, string> = {}) => ({
  id: course,
  documents: 'courses',
  ...more,
})

const desk = async (here: Room, locale = 'ru') => {
  const { body } = await call(readTranslations, {
    params: params(here),
    query: { locale },
    tenant: here.tenant,
    user: here.instructor,
  })

  return body as Desk
}

const save = (
  here: Room,
  texts: { from: string; key: string; text: string }[],
  locale = 'ru',
  user: undefined | { id: string } = here.instructor,
) =>
  call(saveTranslations, {
    data: { texts },
    params: params(here, { locale }),
    tenant: here.tenant,
    user,
  })

const write = (here: Room, data: object) =>
  asTenant(here.tenant, async () =>
    payload().update({
      id: here.course,
      collection: 'courses',
      data,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const TITLE = { from: 'Seeing light', key: 'title', text: 'Видеть свет' }

describe('the texts of a document', () => {
  it('are listed with their fields, and what there is of them in the asked language', async () => {
    const here = await room()
    await save(here, [TITLE])

    const { languages, locale, segments } = await desk(here)

    expect(locale).toBe('ru')
    expect(languages).toEqual([
      { current: 1, locale: 'ru', stale: 0, total: 3 },
      { current: 0, locale: 'he', stale: 0, total: 3 },
    ])
    expect(segments).toMatchObject([
      {
        key: 'title',
        source: 'Seeing light',
        state: 'current',
        text: 'Видеть свет',
        trail: ['Title'],
      },
      { source: PARAGRAPHS[0], state: 'missing', text: null, trail: ['Description'] },
      { source: PARAGRAPHS[1], state: 'missing' },
    ])
  })

  it('name no language where the school has but one', async () => {
    const here = await room([])

    expect(await desk(here)).toMatchObject({ languages: [], locale: null })
    expect(await save(here, [TITLE])).toMatchObject({
      body: { code: 'languageUnknown' },
      status: 422,
    })
  })

  it('are for those who may change the document', async () => {
    const here = await room()
    const learner = await here.make.user({ tenant: here.tenant })
    const foreign = await room()

    expect(await save(here, [TITLE], 'ru', learner)).toMatchObject({ status: 403 })
    expect(await save({ ...here, course: foreign.course }, [TITLE])).toMatchObject({ status: 404 })
    const offer = await commerceFactories(payload()).offer({
      course: here.course,
      tenant: here.tenant,
    })
    const answer = await call(saveTranslations, {
      data: { texts: [{ from: 'x', key: 'title', text: 'y' }] },
      params: { id: offer.id, documents: 'offers', locale: 'ru' },
      tenant: here.tenant,
      user: here.instructor,
    })

    expect(answer.status).toBe(403)
  })
})

describe('saving texts', () => {
  it('loses nothing of many who write at once', async () => {
    const here = await room()
    await write(here, {
      faq: Array.from({ length: 12 }, (_, n) => ({
        answer: `Answer ${n}`,
        question: `Question ${n}`,
      })),
    })
    const { segments } = await desk(here)

    const answers = await Promise.all(
      segments.map(({ key, source }) => save(here, [{ from: source, key, text: `ru: ${source}` }])),
    )

    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const after = await desk(here)
    expect(after.segments.map(({ text }) => text)).toEqual(
      segments.map(({ source }) => `ru: ${source}`),
    )
    expect(after.languages[0]).toMatchObject({ current: segments.length, total: segments.length })
  })

  it('takes away a text that was emptied', async () => {
    const here = await room()
    await save(here, [TITLE])

    expect(await save(here, [{ ...TITLE, text: '  ' }])).toMatchObject({
      body: { extent: { current: 0 }, states: { title: 'missing' } },
    })
  })

  it('refuses what the document has no place for, and says which text it is', async () => {
    const here = await room()
    const { segments } = await desk(here)
    const key = segments[1]?.key ?? ''

    expect(await save(here, [{ ...TITLE, key: 'subtitle' }])).toMatchObject({
      body: { code: 'segmentUnknown', key: 'subtitle' },
      status: 422,
    })
    expect(await save(here, [{ ...TITLE, text: 'x'.repeat(121) }])).toMatchObject({
      body: { code: 'textTooLong', key: 'title', most: 120 },
      status: 422,
    })
    expect(
      await save(here, [{ from: PARAGRAPHS[0] ?? '', key, text: 'Сядьте <1>у окна</1>.' }]),
    ).toMatchObject({
      body: { code: 'tagsDiffer', fault: 'surplus', key },
      status: 422,
    })
    expect(await save(here, [TITLE], 'de')).toMatchObject({
      body: { code: 'badInput' },
      status: 400,
    })
  })

  it('announces a change of content for each, and nothing for what was refused', async () => {
    const here = await room()
    await save(here, [TITLE])
    await save(here, [{ ...TITLE, key: 'subtitle' }])
    const told = await asTenant(here.tenant, async () =>
      rows(
        await requestOf(),
        sql`select data from events where fact = 'content.changed' and data->>'collection' = 'translations'`,
      ),
    )

    expect(told).toHaveLength(1)
  })
})

describe('a text whose source has changed', () => {
  it('is out of date until it is written anew', async () => {
    const here = await room()
    await save(here, [TITLE])
    await write(here, { title: 'Seeing the light' })

    expect((await desk(here)).segments[0]).toMatchObject({
      from: 'Seeing light',
      state: 'stale',
      text: 'Видеть свет',
    })
    await save(here, [{ ...TITLE, from: 'Seeing the light', text: 'Увидеть свет' }])
    expect((await desk(here)).segments[0]).toMatchObject({ state: 'current', text: 'Увидеть свет' })
  })

  it('is out of date at once where it was translated from the older one', async () => {
    const here = await room()
    await write(here, { title: 'Seeing the light' })

    expect(await save(here, [TITLE])).toMatchObject({
      body: { states: { title: 'stale' } },
      status: 200,
    })
  })

  it('can be said to be right all the same, by somebody who saw the new source', async () => {
    const here = await room()
    await save(here, [TITLE])
    await write(here, { title: 'Seeing the light' })
    const confirm = (from: string) =>
      call(confirmTranslations, {
        data: { texts: [{ from, key: 'title' }] },
        params: params(here, { locale: 'ru' }),
        tenant: here.tenant,
        user: here.instructor,
      })

    expect(await confirm('Seeing light')).toMatchObject({
      body: { code: 'sourceChanged' },
      status: 409,
    })
    expect(await confirm('Seeing the light')).toMatchObject({
      body: { states: { title: 'current' } },
      status: 200,
    })
    expect((await desk(here)).segments[0]).toMatchObject({
      from: 'Seeing the light',
      text: 'Видеть свет',
    })
  })

  it('follows a paragraph that was rewritten, and keeps what readers still see', async () => {
    const here = await room()
    const [, , second] = (await desk(here)).segments
    const text = 'Час смотрите на свет и ничего не двигайте.'
    await save(here, [{ from: second?.source ?? '', key: second?.key ?? '', text }])
    await asTenant(here.tenant, async () =>
      payload().update({
        id: here.course,
        collection: 'courses',
        data: {
          _status: 'draft',
          description: richText(
            PARAGRAPHS[0] ?? '',
            'Watch the light for two hours and move nothing.',
          ),
        } as never,
        draft: true,
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    const [, , rewritten] = (await desk(here)).segments

    expect(rewritten).toMatchObject({ state: 'stale', text })
    await save(here, [
      {
        from: rewritten?.source ?? '',
        key: rewritten?.key ?? '',
        text: 'Два часа смотрите на свет.',
      },
    ])
    const kept = await asTenant(here.tenant, async () =>
      row<{ texts: object }>(
        await requestOf(),
        sql`select texts from translations where course_id = ${here.course}`,
      ),
    )
    expect(Object.keys(kept?.texts ?? {}).sort()).toEqual([rewritten?.key, second?.key].sort())
    await write(here, {
      _status: 'published',
      description: richText(PARAGRAPHS[0] ?? '', rewritten?.source ?? ''),
    })
    expect((await desk(here)).segments[2]).toMatchObject({
      state: 'current',
      text: 'Два часа смотрите на свет.',
    })
  })
})

describe('a translation', () => {
  it('goes with its document', async () => {
    const here = await room()
    const section = await here.make.section({ course: here.course, tenant: here.tenant })
    await call(saveTranslations, {
      data: { texts: [{ from: section.title, key: 'title', text: 'Раздел' }] },
      params: { id: section.id, documents: 'sections', locale: 'ru' },
      tenant: here.tenant,
      user: here.instructor,
    })
    const count = () =>
      asTenant(here.tenant, async () =>
        rows(await requestOf(), sql`select 1 from translations where section_id = ${section.id}`),
      )

    expect(await count()).toHaveLength(1)
    await asTenant(here.tenant, async () =>
      payload().delete({
        id: section.id,
        collection: 'sections',
        overrideAccess: true,
        req: await requestOf(),
      }),
    )
    expect(await count()).toHaveLength(0)
  })
})

describe('the overview of a course', () => {
  it('lists all its documents in their order, and how far each is', async () => {
    const here = await room(['ru'])
    const { course, make, tenant } = here
    const section = await make.section({ course, tenant, title: 'First' })
    const quiz = await make.quiz({ tenant, title: 'Check' })
    await make.lesson({ section: section.id, tenant, title: 'One' })
    await make.lesson({
      kind: 'quiz',
      quiz: quiz.id,
      section: section.id,
      tenant,
      title: 'Two',
    } as never)
    await save(here, [TITLE])

    const { body } = await call(courseTranslations, {
      params: { id: course },
      tenant,
      user: here.instructor,
    })

    expect(body).toEqual({
      items: [
        {
          id: course,
          collection: 'courses',
          extents: { ru: { current: 1, stale: 0, total: 3 } },
          title: 'Seeing light',
        },
        expect.objectContaining({ collection: 'sections', title: 'First' }),
        expect.objectContaining({ collection: 'lessons', title: 'One' }),
        expect.objectContaining({ collection: 'lessons', title: 'Two' }),
        expect.objectContaining({
          id: quiz.id,
          collection: 'quizzes',
          extents: { ru: { current: 0, stale: 0, total: 4 } },
        }),
      ],
      languages: ['ru'],
    })
  })
})
