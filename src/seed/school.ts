import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'

import type { Make } from './maker'
import type { SeedSchool } from './types'

import { seedCategories, seedReviews } from './catalog'
import { seedCourse } from './courses'
import { seedHome } from './home'
import { maker } from './maker'
import { seedPeople } from './people'
import { seedPayouts, seedSales } from './sales'
import { seedShowcase } from './showcase'
import { seedTenant } from './tenants'
import { seedTranslations } from './translations'

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
  const {
    name,
    slug,
    settings: { commerce, ...own },
  } = school
  const settings = { ...own, ...commerce }
  const tenant =
    docs[0]?.id ?? (await seedTenant({ name, slug, kind: 'school', payload, settings }))

  const isNew = await asTenant(tenant, async () => {
    const req = await createLocalReq({}, payload)
    const { totalDocs } = await payload.count({ collection: 'pages', overrideAccess: true, req })
    if (totalDocs === 0) {
      await inTransaction(req, () => seedContent({ req, school, tenant }))
    }

    return totalDocs === 0
  })
  if (isNew && school.sales) {
    await seedPayouts({ payload, sales: school.sales, tenant })
  }

  return isNew
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
  const film = await make('media', { isPublic: false }, { name: school.video, alt: '' })
  const captions = []
  for (const [language, name] of Object.entries(school.captions ?? {})) {
    const file = await make('media', { isPublic: false }, { name, alt: '' })
    captions.push({ blockType: 'track', file, language })
  }
  const video = { captions, film }
  await make('instructors', {
    ...school.instructor,
    credentials: school.instructor.credentials.join('\n'),
    isPublished: true,
    user: owner,
  })
  const categories = await seedCategories({ categories: school.categories, make })
  const courses = []
  for (const course of school.courses) {
    const id = await seedCourse({
      categories,
      course,
      currency: school.settings.currency,
      instructor: owner,
      make,
      video,
    })
    await seedReviews({ course: id, make, req, reviews: course.reviews ?? [] })
    courses.push(id)
  }
  await seedShowcase({ courses, make, req, school, tenant })
  await seedBundle({ courses, make, school })
  await seedMembership({ courses, make, school })
  await make('coupons', {
    code: school.coupon.code,
    percentOff: school.coupon.percentOff,
    perPerson: 1,
  })
  if (school.sales) {
    await seedSales({ make, req, sales: school.sales, tenant })
  }
  await seedHome({ courses, make, school })
  await seedTranslations({ make, req, tenant, words: school.words ?? {} })
}

const seedBundle = async ({
  courses,
  make,
  school: { bundle, courses: written, settings },
}: {
  courses: readonly string[]
  make: Make
  school: SeedSchool
}): Promise<void> => {
  if (!bundle) {
    return
  }
  const [own, ...others] = bundle.courses.map(
    (wanted) => courses[written.findIndex(({ slug }) => slug === wanted)],
  )
  await make('offers', {
    course: own,
    courses: others,
    isActive: true,
    kind: 'oneTime',
    position: 10,
    prices: [{ amount: bundle.amount, currency: settings.currency }],
    title: bundle.title,
  })
}

const seedMembership = async ({
  courses: [course, ...courses],
  make,
  school: { membership, settings },
}: {
  courses: readonly string[]
  make: Make
  school: SeedSchool
}): Promise<void> => {
  if (membership) {
    await make('offers', {
      course,
      courses: membership.isLibrary ? [] : courses,
      interval: 'month',
      isActive: true,
      kind: 'subscription',
      ...(membership.isLibrary && { library: 'all' }),
      position: 20,
      prices: [{ amount: membership.amount, currency: settings.currency }],
      title: membership.title,
      trialDays: membership.trialDays,
    })
  }
}
