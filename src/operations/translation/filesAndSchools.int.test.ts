import { sql } from '@payloadcms/db-postgres'

import sharp from 'sharp'

import type { Locale } from '@/domain/tenancy/locales'
import type { PayloadRequest } from 'payload'

import { systemPool, tenantOfHost } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { courseCards } from '@/operations/catalog/courseCards'
import { coursePage } from '@/operations/catalog/coursePage'
import { readLesson } from '@/operations/learning/lessonView'
import { showUploads } from '@/operations/media/showUploads'
import { pageBySlug } from '@/operations/pages/pages'
import { schoolProfile } from '@/operations/pages/schoolProfile'
import { type School, schoolOf } from '@/operations/tenancy/school'
import { writeLetter } from '@/operations/mail/writeLetter'
import { turnedAway } from '@/operations/identity/turnedAway'
import { spokenIn } from '@/domain/tenancy/spoken'
import { env } from '@/env'
import { classrooms } from '@/test/factories/learning'
import { commerceFactories } from '@/test/factories/commerce'
import { eventually } from '@/test/e2e/eventually'
import { settingsFactories } from '@/test/factories/settings'
import { call, requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'
import { readTranslations, saveTranslations } from '@endpoints/translation/translations'

import type { Subject } from './store'

import { readDesk } from './read'
import { reading } from './reading'
import { saveTexts } from './write'

const payload = testPayload()

/** A school that writes English, Russian and Hebrew and tells of itself. */
const school = async () => {
  const make = classrooms(payload())
  const { id: tenant } = await make.tenant()
  await settingsFactories(payload()).change({ id: tenant, languages: ['ru', 'he'] })
  await asPlatform(() =>
    payload().update({
      id: tenant,
      collection: 'tenants',
      data: {
        settings: {
          profile: { accreditation: 'One\nTwo', address: 'Main St 1', story: 'We began small.' },
          tagline: 'Learn to see.',
        },
      },
      depth: 0,
      overrideAccess: true,
    }),
  )

  return { make, tenant }
}

const picture = (tenant: string, alt: string): Promise<string> =>
  asTenant(tenant, async () => {
    const data = await sharp({ create: { background: '#345', channels: 3, height: 60, width: 90 } })
      .png()
      .toBuffer()
    const { id } = await payload().create({
      collection: 'media',
      data: { alt, isPublic: true, tenant },
      file: { name: 'picture.png', data, mimetype: 'image/png', size: data.length },
      overrideAccess: true,
      req: await requestOf(),
    })

    return id
  })

/** Names a school, and says why it is closed. */
const named = (tenant: string, name: string, notice: string) =>
  asPlatform(() =>
    payload().update({
      id: tenant,
      collection: 'tenants',
      data: { name, settings: { maintenance: { isOn: true, notice } } },
      depth: 0,
      overrideAccess: true,
    }),
  )

/** Translates texts of a document into Russian, by what they say. */
const translate = (tenant: string, subject: Subject, said: Record<string, string>) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const desk = await readDesk({ locale: 'ru', req, subject, tenant })
    const texts = (desk?.segments ?? []).flatMap(({ key, source: from }) =>
      said[from] ? [{ from, key, text: said[from] }] : [],
    )
    expect(texts).toHaveLength(Object.keys(said).length)
    await inTransaction(req, () => saveTexts({ locale: 'ru', req, subject, tenant, texts }))
  })

const as = <T>(
  tenant: string,
  language: Locale | null,
  read: (req: PayloadRequest) => Promise<T>,
): Promise<T> => asTenant(tenant, async () => read(reading(await requestOf(), language)))

describe('what a picture shows', () => {
  it('is told in the reader’s language wherever the picture stands', async () => {
    const { make, tenant } = await school()
    const cover = await picture(tenant, 'A wave')
    const course = await make.course({ cover, tenant })
    const page = await make.page({
      layout: [{ blockType: 'hero', image: cover, promise: 'Look' }],
      tenant,
    } as never)
    await translate(tenant, { id: cover, collection: 'media' }, { 'A wave': 'Волна' })
    const text = { root: { children: [{ type: 'upload', value: cover }] } }
    const shown = (language: Locale | null) =>
      as(tenant, language, async (req) => ({
        card: (await courseCards({ limit: 1, req }))[0]?.cover?.alt,
        course: (await coursePage({ slug: course.slug, req }))?.cover?.alt,
        inText: (
          (await showUploads({ req, text })) as unknown as {
            root: { children: { value: { alt: string } }[] }
          }
        ).root.children[0]?.value.alt,
        page: (await pageBySlug({ slug: page.slug, req }))?.layout?.[0],
      }))

    const inRussian = {
      card: 'Волна',
      course: 'Волна',
      inText: 'Волна',
      page: { image: { alt: 'Волна' } },
    }
    const asWritten = {
      card: 'A wave',
      course: 'A wave',
      inText: 'A wave',
      page: { image: { alt: 'A wave' } },
    }
    expect(await shown('ru')).toMatchObject(inRussian)
    expect(await shown('he')).toMatchObject(asWritten)
    expect(await shown(null)).toMatchObject(asWritten)
  })

  it('costs no statement more than the words of the course itself', async () => {
    const { make, tenant } = await school()
    const course = await make.course({ cover: await picture(tenant, 'A wave'), tenant })
    const bare = await make.course({ tenant })
    const count = (slug: string) =>
      as(tenant, 'ru', (req) => statements(payload(), () => coursePage({ slug, req })))
    const cards = (language: Locale | null) =>
      as(tenant, language, (req) => statements(payload(), () => courseCards({ limit: 5, req })))

    expect(await count(course.slug)).toBe(await count(bare.slug))
    expect([await cards('ru'), await cards(null)]).toEqual([1, 1])
  })

  it('goes with the picture', async () => {
    const { tenant } = await school()
    const id = await picture(tenant, 'A wave')
    await translate(tenant, { id, collection: 'media' }, { 'A wave': 'Волна' })
    await asTenant(tenant, async () =>
      payload().delete({ id, collection: 'media', overrideAccess: true, req: await requestOf() }),
    )

    expect(await as(tenant, null, (req) => rows(req, sql`select id from translations`))).toEqual([])
  })
})

describe('what goes with a lesson', () => {
  it('is called what its author calls it in the learner’s language, by the same one statement', async () => {
    const { make, tenant } = await school()
    const course = await make.course({ tenant })
    const section = await make.section({ course: course.id, tenant })
    const file = await picture(tenant, 'A sheet')
    const lesson = await make.lesson({
      isPreview: true,
      kind: 'text',
      resources: [
        { blockType: 'file', file, title: 'A sheet to print' },
        { blockType: 'link', title: 'Read on', url: 'https://example.com/' },
      ],
      section: section.id,
      tenant,
    } as never)
    await translate(
      tenant,
      { id: lesson.id, collection: 'lessons' },
      { 'A sheet to print': 'Лист для печати' },
    )
    const read = (language: Locale | null) =>
      as(tenant, language, (req) =>
        readLesson({ asker: { isAuthor: false, learner: null }, lesson: lesson.id, req }),
      )

    expect((await read('ru'))?.lesson.resources).toMatchObject([
      { id: file, kind: 'file', title: 'Лист для печати' },
      { kind: 'link', title: 'Read on', url: 'https://example.com/' },
    ])
    expect((await read(null))?.lesson.resources).toMatchObject([{ title: 'A sheet to print' }, {}])
    expect(
      await as(tenant, 'ru', (req) =>
        statements(payload(), () =>
          readLesson({ asker: { isAuthor: false, learner: null }, lesson: lesson.id, req }),
        ),
      ),
    ).toBe(1)
  })
})

describe('what a school says of itself', () => {
  it('is said in each of its languages, text by text', async () => {
    const { tenant } = await school()
    await translate(
      tenant,
      { id: tenant, collection: 'tenants' },
      {
        'Learn to see.': 'Учитесь видеть.',
        'One\nTwo': 'Раз\nДва',
        'We began small.': 'Начали с малого.',
      },
    )
    const profile = (language: Locale | null) =>
      as(tenant, language, (req) => schoolProfile({ req, tenant }))

    expect(await profile('ru')).toMatchObject({
      accreditation: ['Раз', 'Два'],
      address: 'Main St 1',
      story: 'Начали с малого.',
    })
    expect(await profile('he')).toMatchObject({ story: 'We began small.' })
    expect(await as(tenant, null, (req) => schoolOf({ req, tenant }))).toMatchObject({
      tagline: 'Learn to see.',
      words: { ru: { tagline: 'Учитесь видеть.' } },
    })
  })

  it('is its name, wherever somebody reads it: pages, mails and their sender, invoices, certificates', async () => {
    const { make, tenant } = await school()
    await named(tenant, 'Two Shores', 'We paint the walls.')
    await translate(
      tenant,
      { id: tenant, collection: 'tenants' },
      { 'Two Shores': 'Два берега', 'We paint the walls.': 'Красим стены.' },
    )
    const money = commerceFactories(payload())
    const course = await make.course({ tenant })
    const { id: buyer } = await make.user({ tenant })
    await money.offer({ course: course.id, tenant })
    await money.invoice({ buyer, locale: 'ru', tenant })
    await money.invoice({ buyer, locale: 'he', tenant })

    const found = await as(tenant, null, (req) => schoolOf({ req, tenant }))
    expect(found && [spokenIn(found, 'ru').name, spokenIn(found, 'he').name]).toEqual([
      'Два берега',
      'Two Shores',
    ])
    const letter = (locale: Locale) =>
      as(tenant, null, async (req) =>
        writeLetter({
          data: { name: 'Ada', url: 'https://x.test/' },
          locale,
          req,
          school: found as School,
          template: 'confirm',
        }),
      )
    expect((await letter('ru')).text).toContain('Два берега')
    expect((await letter('he')).text).toContain('Two Shores')
    expect(
      await as(tenant, null, (req) =>
        rows(req, sql`select seller ->> 'name' as seller from invoices order by sequence`),
      ),
    ).toEqual([{ seller: 'Два берега' }, { seller: 'Two Shores' }])
  })

  it('is told to the edge within the moment in which it is written', async () => {
    const { tenant } = await school()
    const { slug } = await named(tenant, 'Two Shores', 'We paint the walls.')
    const host = `${slug}.${env().ROOT_DOMAIN}`
    expect((await tenantOfHost(host))?.words).toEqual({})
    await translate(
      tenant,
      { id: tenant, collection: 'tenants' },
      { 'Two Shores': 'Два берега', 'We paint the walls.': 'Красим стены.' },
    )

    const edge = await eventually(async () => {
      const known = await tenantOfHost(host)

      return known?.words.ru ? known : null
    })
    const page = (locale: Locale) =>
      turnedAway({ isApi: false, locale, reason: 'maintenance', tenant: edge }).text()
    expect(await page('ru')).toContain('Красим стены.')
    expect(await page('ru')).toContain('<bdi>Два берега</bdi>')
    expect(await page('he')).toContain('We paint the walls.')
    expect(await page('he')).toContain('<bdi>Two Shores</bdi>')
  })

  it('is translated by its managers, and by no other school', async () => {
    const { make, tenant } = await school()
    const other = await school()
    const owner = await make.user({ roles: ['owner'], tenant })
    const instructor = await make.user({ roles: ['instructor'], tenant })
    const params = (id: string) => ({ id, documents: 'tenants', locale: 'ru' })
    const save = (user: object, id: string) =>
      call(saveTranslations, {
        data: {
          texts: [{ from: 'Learn to see.', key: 'settings.tagline', text: 'Учитесь видеть.' }],
        },
        params: params(id),
        tenant,
        user: user as never,
      })

    expect(await save(owner, tenant)).toMatchObject({
      body: { extent: { current: 1, stale: 0, total: 5 } },
      status: 200,
    })
    expect(
      await call(readTranslations, {
        params: { id: tenant, documents: 'tenants' },
        tenant,
        user: owner,
      }),
    ).toMatchObject({
      body: { segments: [{ trail: ['Name'] }, { trail: ['Settings', 'Tagline'] }, {}, {}, {}] },
    })
    expect(await save(instructor, tenant)).toMatchObject({ status: 403 })
    expect(await save(owner, other.tenant)).toMatchObject({ status: 404 })
  })

  it('is never told of another school, whoever writes the row', async () => {
    const { tenant } = await school()
    const other = await school()

    await expect(
      systemPool().query(
        `insert into translations (id, tenant_id, school_id, locale, texts)
         values (uuidv7(), $1, $2, 'ru', '{}')`,
        [tenant, other.tenant],
      ),
    ).rejects.toThrow('translations_subject')
  })
})
