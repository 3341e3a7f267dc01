import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'

import { asTenant } from '@/database/scope'
import { richText } from '@/domain/pages/richText'
import { categoryTree } from '@/operations/catalog/categoryTree'
import { coursePage } from '@/operations/catalog/coursePage'
import { issueCertificate } from '@/operations/certificates/issue'
import { certificatesOf } from '@/operations/certificates/list'
import { courseOffers } from '@/operations/commerce/courseOffers'
import { submitAttempt } from '@/operations/learning/attempts/answer'
import { startAttempt } from '@/operations/learning/attempts/start'
import { readCurriculum } from '@/operations/learning/curriculum'
import { readDashboard } from '@/operations/learning/dashboard'
import { sharedOf } from '@/operations/learning/lessonLearner'
import { readLesson } from '@/operations/learning/lessonView'
import { pageBySlug } from '@/operations/pages/pages'
import { listedCourses } from '@/operations/pages/listedCourses'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { settingsFactories } from '@/test/factories/settings'
import { requestOf, settle, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { saveTexts } from './write'
import { readDesk } from './read'
import { reading } from './reading'
import { inTransaction } from '@/database/transaction'
import type { Subject } from './store'

const payload = testPayload()

const BODY = ['Sit down by a window.', 'Watch the light and move nothing.']

/** A course of two lessons, the second with a quiz, in a school that writes English, Russian and Hebrew, with a learner in it. */
const room = async () => {
  const make = classrooms(payload())
  const { id: tenant } = await make.tenant()
  await settingsFactories(payload()).change({ id: tenant, languages: ['ru', 'he'] })
  const course = await make.course({ summary: 'About light.', tenant, title: 'Seeing light' })
  const section = await make.section({ course: course.id, tenant, title: 'Looking' })
  const quiz = await make.quiz({ tenant, title: 'Check' })
  const text = await make.lesson({
    body: richText(...BODY),
    kind: 'text',
    section: section.id,
    tenant,
    title: 'One window',
  } as never)
  const exam = await make.lesson({
    kind: 'quiz',
    quiz: quiz.id,
    section: section.id,
    tenant,
    title: 'What did you see?',
  })
  const learner = await make.user({ locale: 'ru', tenant })
  await make.enrolled({ course: course.id, learner: learner.id, tenant })

  return { course, exam, learner, make, quiz, section, tenant, text }
}

type Room = Awaited<ReturnType<typeof room>>

/** Translates texts of a document, by what they say. */
const translate = (
  { tenant }: Room,
  subject: Subject,
  said: Record<string, string>,
  locale: Locale = 'ru',
) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const desk = await readDesk({ locale, req, subject, tenant })
    const texts = (desk?.segments ?? []).flatMap(({ key, source: from }) => {
      const text = said[from]

      return text ? [{ from, key, text }] : []
    })
    expect(texts).toHaveLength(Object.keys(said).length)
    await inTransaction(req, () => saveTexts({ locale, req, subject, tenant, texts }))
  })

const as = <T>(
  { learner, tenant }: Room,
  language: Locale | null,
  read: (req: PayloadRequest) => Promise<T>,
): Promise<T> => asTenant(tenant, async () => read(reading(await requestOf(learner), language)))

const asker = ({ learner }: Room) => ({ isAuthor: false, learner: learner.id })

describe('what visitors read', () => {
  it('is in their language text by text, and as it was written elsewhere', async () => {
    const here = await room()
    await translate(
      here,
      { id: here.course.id, collection: 'courses' },
      { 'Seeing light': 'Видеть свет' },
    )
    await translate(here, { id: here.section.id, collection: 'sections' }, { Looking: 'Смотреть' })
    const page = (language: Locale | null) =>
      as(here, language, (req) => coursePage({ slug: here.course.slug, req }))

    expect(await page('ru')).toMatchObject({
      isTranslated: true,
      sections: [{ lessons: [{ title: 'One window' }, {}], title: 'Смотреть' }],
      summary: 'About light.',
      title: 'Видеть свет',
    })
    expect(await page('he')).toMatchObject({ isTranslated: false, title: 'Seeing light' })
    expect(await page(null)).toMatchObject({ isTranslated: false, title: 'Seeing light' })
    expect(await as(here, 'ru', (req) => listedCourses({ limit: 5, req }))).toMatchObject([
      { summary: 'About light.', title: 'Видеть свет' },
    ])
  })

  it('names categories, offers and pages in it, too', async () => {
    const here = await room()
    const { course, make, tenant } = here
    const category = await asTenant(tenant, () =>
      payload().create({
        collection: 'categories',
        data: { name: 'Light', slug: 'light', position: 0, tenant },
        overrideAccess: true,
      }),
    )
    const offer = await commerceFactories(payload()).offer({ course: course.id, tenant })
    const landing = await make.page({
      layout: [{ blockType: 'callToAction', buttonLabel: 'Begin', heading: 'Go out and look' }],
      tenant,
    } as never)
    await translate(here, { id: category.id, collection: 'categories' }, { Light: 'Свет' })
    await translate(here, { id: offer.id, collection: 'offers' }, { [offer.title]: 'Весь курс' })
    await translate(
      here,
      { id: landing.id, collection: 'pages' },
      { 'Go out and look': 'Выйдите и смотрите' },
    )

    expect(await as(here, 'ru', categoryTree)).toMatchObject([{ name: 'Свет' }])
    expect(
      await as(here, 'ru', (req) => courseOffers({ courses: [course.id], req })),
    ).toMatchObject([{ title: 'Весь курс' }])
    expect(await as(here, 'ru', (req) => pageBySlug({ slug: landing.slug, req }))).toMatchObject({
      layout: [{ buttonLabel: 'Begin', heading: 'Выйдите и смотрите' }],
    })
  })

  it('costs one statement more for a course, and none in the school’s own language', async () => {
    const here = await room()
    await translate(
      here,
      { id: here.course.id, collection: 'courses' },
      { 'Seeing light': 'Видеть свет' },
    )
    const count = (language: Locale | null) =>
      as(here, language, (req) =>
        statements(payload(), () => coursePage({ slug: here.course.slug, req })),
      )

    expect(await count('ru')).toBe((await count(null)) + 1)
  })
})

describe('the classroom', () => {
  it('is in the learner’s language, with the same progress', async () => {
    const here = await room()
    await translate(
      here,
      { id: here.text.id, collection: 'lessons' },
      { [BODY[0] ?? '']: 'Сядьте у окна.', 'One window': 'Одно окно' },
    )
    await translate(
      here,
      { id: here.course.id, collection: 'courses' },
      { 'Seeing light': 'Видеть свет' },
    )
    const lesson = (language: Locale | null) =>
      as(here, language, (req) => readLesson({ asker: asker(here), lesson: here.text.id, req }))
    const [russian, english] = [await lesson('ru'), await lesson(null)]

    expect(russian).toMatchObject({
      course: { title: 'Видеть свет' },
      lesson: { title: 'Одно окно' },
      next: { title: 'What did you see?' },
      sections: [{ lessons: [{ title: 'Одно окно' }, {}] }],
    })
    expect(JSON.stringify(russian?.lesson.body)).toContain('Сядьте у окна.')
    expect(JSON.stringify(russian?.lesson.body)).toContain(BODY[1])
    expect(russian?.progress).toEqual(english?.progress)
    expect(JSON.stringify(russian && sharedOf(russian))).not.toBe(
      JSON.stringify(english && sharedOf(english)),
    )
    expect(russian).not.toHaveProperty('texts')
    expect(
      await as(here, 'ru', (req) =>
        readCurriculum({ slug: here.course.slug, asker: asker(here), req }),
      ),
    ).toMatchObject({ course: { title: 'Видеть свет' } })
    expect(
      await as(here, 'ru', (req) => readDashboard({ learner: here.learner.id, req })),
    ).toMatchObject([{ course: { title: 'Видеть свет' } }])
  })

  it('asks a survey in the learner’s language, question by question', async () => {
    const here = await room()
    const survey = await here.make.lesson({
      kind: 'survey',
      section: here.section.id,
      survey: {
        questions: [
          {
            blockType: 'surveySingle',
            options: [{ text: 'Short' }, { text: 'Long' }],
            prompt: 'The length?',
          },
        ],
      },
      tenant: here.tenant,
    } as never)
    await translate(
      here,
      { id: survey.id, collection: 'lessons' },
      { Short: 'Коротко', 'The length?': 'Длина?' },
    )
    const read = (language: Locale | null) =>
      as(here, language, (req) => readLesson({ asker: asker(here), lesson: survey.id, req }))

    expect((await read('ru'))?.lesson.survey?.questions).toMatchObject([
      { options: [{ text: 'Коротко' }, { text: 'Long' }], prompt: 'Длина?' },
    ])
    expect((await read(null))?.lesson.survey?.questions).toMatchObject([{ prompt: 'The length?' }])
  })

  it('reads a lesson by the same one statement in any language', async () => {
    const here = await room()
    const count = (language: Locale | null) =>
      as(here, language, (req) =>
        statements(payload(), () => readLesson({ asker: asker(here), lesson: here.text.id, req })),
      )

    expect([await count('ru'), await count(null)]).toEqual([1, 1])
  })

  it('asks and grades the same questions, whichever language they are read in', async () => {
    const here = await room()
    await translate(
      here,
      { id: here.quiz.id, collection: 'quizzes' },
      { Four: 'Четыре', 'Two and two?': 'Два и два?' },
    )
    const start = (language: Locale | null) =>
      as(here, language, (req) =>
        startAttempt({ learner: here.learner.id, quiz: here.quiz.id, req, tenant: here.tenant }),
      )
    const english = await start(null)
    const russian = await start('ru')

    expect(russian?.id).toBe(english?.id)
    expect(russian?.questions).toMatchObject([
      { answers: [{ text: 'Четыре' }, { text: 'Five' }], prompt: 'Два и два?' },
    ])
    expect(russian?.questions.map(({ id, answers }) => [id, answers.map((one) => one.id)])).toEqual(
      english?.questions.map(({ id, answers }) => [id, answers.map((one) => one.id)]),
    )
    const [question] = russian?.questions ?? []
    const grade = await as(here, 'he', (req) =>
      submitAttempt({
        id: russian?.id ?? '',
        chosen: { [question?.id ?? '']: [question?.answers[0]?.id ?? ''] },
        learner: here.learner.id,
        req,
        tenant: here.tenant,
      }),
    )

    expect(grade).toMatchObject({ passed: true, percent: 100 })
  })
})

describe('what a learner is sent', () => {
  it('names the course in their language: the mail, and the certificate with its page', async () => {
    const here = await room()
    const { course, learner, tenant } = here
    await translate(
      here,
      { id: course.id, collection: 'courses' },
      { 'Seeing light': 'Видеть свет' },
    )
    await asTenant(tenant, async () => {
      const req = await requestOf()
      const { docs } = await payload().find({
        collection: 'enrollments',
        overrideAccess: true,
        req,
      })
      await payload().update({
        id: docs[0]?.id ?? '',
        collection: 'enrollments',
        data: { completedAt: new Date().toISOString() },
        overrideAccess: true,
        req,
      })
      await inTransaction(req, () =>
        issueCertificate({ enrollment: docs[0]?.id ?? '', req, tenant }),
      )
    })
    await settle()

    expect(
      await as(here, null, (req) => certificatesOf({ learner: learner.id, req })),
    ).toMatchObject([{ course: 'Видеть свет' }])
    const { docs } = await asTenant(tenant, async () =>
      payload().find({
        collection: 'emails',
        overrideAccess: true,
        req: await requestOf(),
        where: { kind: { equals: 'certificate' } },
      }),
    )
    expect(docs).toMatchObject([{ data: { course: 'Видеть свет' }, locale: 'ru' }])
  })
})
