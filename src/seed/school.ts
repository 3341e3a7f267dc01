import type { Payload, PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'

import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { Config } from '@payload-types'

import { createLocalReq } from 'payload'

import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { setPassword } from '@/operations/identity/credentials'

import type { SeedCourse, SeedLesson, SeedQuestion, SeedSchool } from './types'

import { richText } from './text'

/** Password of every demo account. */
export const DEMO_PASSWORD = 'lectern-demo'

type Slug = keyof Config['collections']
type Make = <S extends Slug>(
  collection: S,
  data: Record<string, unknown>,
  file?: { alt: string; name: string },
) => Promise<string>

const TYPES: Record<string, string> = { '.mp4': 'video/mp4', '.webp': 'image/webp' }

/**
 * Writes one demo school, unless it is there whole: everything but its own row is one transaction, so
 * that a seeding which was interrupted can begin again.
 */
export const seedSchool = async ({
  payload,
  school,
}: {
  payload: Payload
  school: SeedSchool
}): Promise<boolean> => {
  const { docs } = await asPlatform(() =>
    payload.find({
      collection: 'tenants',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      where: { slug: { equals: school.slug } },
    }),
  )
  const { name, slug, settings } = school
  const tenant =
    docs[0]?.id ?? (await seedTenant({ name, slug, kind: 'school', payload, settings }))

  return asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)
    const { totalDocs } = await payload.count({ collection: 'pages', overrideAccess: true, req })
    if (totalDocs === 0) {
      await inTransaction(req, () => seedContent({ req, school, tenant }))
    }

    return totalDocs === 0
  })
}

const seedContent = async ({
  req,
  school,
  tenant,
}: {
  req: PayloadRequest
  school: SeedSchool
  tenant: string
}): Promise<void> => {
  const make = maker({ req, tenant })
  const owner = await seedPeople({ make, people: school.people, req, tenant })
  const video = await make('media', { isPublic: false }, { name: school.video, alt: '' })
  const courses = []
  for (const course of school.courses) {
    courses.push(
      await seedCourse({
        course,
        currency: school.settings.currency,
        instructor: owner,
        make,
        video,
      }),
    )
  }
  await make('coupons', {
    code: school.coupon.code,
    percentOff: school.coupon.percentOff,
    perPerson: 1,
  })
  await seedHome({ courses, make, school })
}

/** A row of `tenants`: a school, or the platform itself. Answers its id. */
export const seedTenant = async ({
  payload,
  ...data
}: {
  kind: 'platform' | 'school'
  name: string
  payload: Payload
  settings: object
  slug: string
}): Promise<string> => {
  const { id } = await asPlatform(() =>
    payload.create({
      collection: 'tenants',
      data: data as RequiredDataFromCollectionSlug<'tenants'>,
      depth: 0,
      overrideAccess: true,
    }),
  )

  return id
}

const maker =
  ({ req, tenant }: { req: PayloadRequest; tenant: string }): Make =>
  async (collection, data, file) => {
    const name = file?.name ?? ''
    const bytes = file ? await readFile(path.resolve('media/seed', name)) : undefined
    const { id } = await req.payload.create({
      collection,
      data: { ...data, ...(file && { alt: file.alt }), tenant } as never,
      depth: 0,
      file: bytes && {
        name,
        data: bytes,
        mimetype: TYPES[path.extname(name)] ?? '',
        size: bytes.length,
      },
      overrideAccess: true,
      req,
    })

    return String(id)
  }

/** Accounts that can sign in at once. Answers the first, who owns the school. */
export const seedPeople = async ({
  make = undefined,
  people,
  req,
  tenant,
}: {
  make?: Make
  people: { email: string; name: string; roles: string[] }[]
  req: PayloadRequest
  tenant: string
}): Promise<string> => {
  const create = make ?? maker({ req, tenant })
  let first = ''
  for (const person of people) {
    const account = await create('users', { ...person, emailVerified: true, status: 'active' })
    await setPassword({ account, password: DEMO_PASSWORD, req, tenant })
    first ||= account
  }

  return first
}

const seedCourse = async ({
  course,
  currency,
  instructor,
  make,
  video,
}: {
  course: SeedCourse
  currency: string
  instructor: string
  make: Make
  video: string
}): Promise<string> => {
  const cover = await make(
    'media',
    { isPublic: true },
    { name: course.cover, alt: course.coverAlt },
  )
  const id = await make('courses', {
    slug: course.slug,
    _status: 'published',
    cover,
    description: richText(...course.description),
    instructor,
    level: course.level,
    outcomes: course.outcomes.join('\n'),
    summary: course.summary,
    title: course.title,
  })
  for (const section of course.sections) {
    const sectionId = await make('sections', { course: id, title: section.title })
    for (const lesson of section.lessons) {
      await seedLesson({ course: id, lesson, make, section: sectionId, video })
    }
  }
  await make('offers', {
    course: id,
    isActive: true,
    isDefault: true,
    kind: 'free' in course.offer ? 'free' : 'oneTime',
    prices: 'free' in course.offer ? [] : [{ amount: course.offer.amount, currency }],
    title: course.offer.title,
  })

  return id
}

const seedLesson = async ({
  course,
  lesson,
  make,
  section,
  video,
}: {
  course: string
  lesson: SeedLesson
  make: Make
  section: string
  video: string
}): Promise<void> => {
  const quiz = lesson.quiz
    ? await make('quizzes', {
        _status: 'published',
        passMark: lesson.quiz.passMark,
        questions: lesson.quiz.questions.map(question),
        title: lesson.title,
      })
    : undefined
  await make('lessons', {
    _status: 'published',
    body: lesson.body && richText(...lesson.body),
    course,
    isPreview: lesson.isPreview ?? false,
    isRequired: true,
    kind: quiz ? 'quiz' : lesson.video ? 'video' : 'text',
    quiz,
    section,
    title: lesson.title,
    video: lesson.video ? video : undefined,
  })
}

const question = ({ answers, explanation, prompt }: SeedQuestion) => ({
  answers: answers.map((answer) => ({
    isRight: answer.startsWith('*'),
    text: answer.replace(/^\*/, ''),
  })),
  blockType:
    answers.filter((answer) => answer.startsWith('*')).length > 1
      ? 'multipleChoice'
      : 'singleChoice',
  explanation,
  points: 1,
  prompt,
})

const seedHome = async ({
  courses,
  make,
  school: { home, settings },
}: {
  courses: string[]
  make: Make
  school: SeedSchool
}): Promise<void> => {
  const image = await make(
    'media',
    { isPublic: true },
    { name: home.hero.image, alt: home.hero.imageAlt },
  )
  const [main] = courses
  await make('pages', {
    slug: 'home',
    _status: 'published',
    description: settings.tagline,
    layout: [
      {
        blockType: 'hero',
        buttonLabel: home.hero.buttonLabel,
        course: main,
        detail: home.hero.detail,
        image,
        promise: home.hero.promise,
      },
      { blockType: 'courseGrid', courses: [], heading: home.coursesHeading, limit: 6 },
      { blockType: 'testimonials', heading: home.testimonialsHeading, items: home.testimonials },
      { blockType: 'faq', heading: home.faqHeading, items: home.faq },
      { blockType: 'callToAction', ...home.callToAction },
    ],
    title: home.title,
  })
}
