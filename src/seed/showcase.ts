import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { settleBooking } from '@/operations/learning/bookings/settle'

import type { Make } from './maker'
import type { SeedSchool, SeedShowcase } from './types'

import { questionOf } from './courses'
import { accountOf } from './people'

type Given = {
  /** The id of the course that shows it. */
  course: string
  currency: string
  make: Make
  req: PayloadRequest
  showcase: SeedShowcase
  tenant: string
}

const DAY_MS = 86_400_000

/** Midnight UTC so many days from today, as ISO 8601. */
const inDays = (days: number): string =>
  new Date(Math.floor(Date.now() / DAY_MS + days) * DAY_MS).toISOString()

/**
 * What a school shows beside its plain courses: a learning path, and in one course a running cohort, a full one that is waited
 * for, places on request, a quiz that draws from the bank, and a survey that learners have answered without their names.
 */
export const seedShowcase = async ({
  courses,
  make,
  req,
  school,
  tenant,
}: {
  courses: readonly string[]
  make: Make
  req: PayloadRequest
  school: SeedSchool
  tenant: string
}): Promise<void> => {
  const { settings, showcase } = school
  if (!showcase) {
    return
  }
  const idOf = (wanted: string) =>
    courses[school.courses.findIndex(({ slug }) => slug === wanted)] ?? ''
  const given: Given = {
    course: idOf(showcase.course),
    currency: settings.currency,
    make,
    req,
    showcase,
    tenant,
  }
  await make('paths', {
    slug: showcase.path.slug,
    _status: 'published',
    steps: showcase.path.courses.map((slug, at) => ({
      blockType: 'step',
      course: idOf(slug),
      isRequired: true,
      unlock: at === 0 ? 'atOnce' : 'after',
    })),
    summary: showcase.path.summary,
    title: showcase.path.title,
  })
  await seedPractice(given)
  await seedPlaces(given)
}

/** Lessons at the end of a course that nobody has to take: a quiz that draws from the bank, and a survey. */
const seedPractice = async ({
  course,
  make,
  req,
  showcase: { bank, survey },
  tenant,
}: Given): Promise<void> => {
  for (const question of bank.questions) {
    await make('bank-questions', { question: [questionOf(question)], tags: bank.tag })
  }
  const quiz = await make('quizzes', {
    _status: 'published',
    passMark: 50,
    questions: [{ blockType: 'pool', count: bank.drawn, tags: bank.tag }],
    title: bank.title,
  })
  const section = await make('sections', { course, title: bank.section })
  const lesson = { _status: 'published', course, isRequired: false, section }
  await make('lessons', { ...lesson, kind: 'quiz', quiz, title: bank.title })
  const asked = await make('lessons', {
    ...lesson,
    kind: 'survey',
    survey: {
      isAnonymous: true,
      questions: [
        { id: 'rating', blockType: 'surveyRating', prompt: survey.rating, steps: 5 },
        { id: 'nps', blockType: 'surveyNps', prompt: survey.recommend },
        { id: 'text', blockType: 'surveyText', isLong: true, prompt: survey.more },
      ],
    },
    title: survey.title,
  })
  for (const { nps, rating, text } of survey.answers) {
    const answers = [
      { kind: 'rating', prompt: survey.rating, question: 'rating', value: rating },
      { kind: 'nps', prompt: survey.recommend, question: 'nps', value: nps },
      ...(text ? [{ kind: 'text', prompt: survey.more, question: 'text', value: text }] : []),
    ]
    await row(
      req,
      sql`insert into survey_answers (id, tenant_id, lesson_id, course_id, answers)
          values (gen_random_uuid(), ${tenant}::uuid, ${asked}::uuid, ${course}::uuid, ${JSON.stringify(answers)}::jsonb) returning id`,
    )
  }
}

/** A cohort that runs and still takes people in, a full one with its queue, and the offer whose places are asked for. */
const seedPlaces = async ({
  course,
  currency,
  make,
  req,
  showcase: { application, cohorts },
  tenant,
}: Given): Promise<void> => {
  const running = await make('cohorts', {
    name: cohorts.running,
    capacity: 12,
    course,
    endsAt: inDays(60),
    enrollUntil: inDays(30),
    startsAt: inDays(-14),
  })
  const full = await make('cohorts', {
    name: cohorts.full,
    capacity: 1,
    course,
    endsAt: inDays(120),
    startsAt: inDays(45),
  })
  const offer = await make('offers', {
    course,
    isActive: true,
    isForCohort: true,
    isOnRequest: true,
    kind: 'oneTime',
    position: 2,
    prices: [{ amount: application.amount, currency }],
    requestQuestion: application.question,
    title: application.title,
  })
  const [inside, waiting, asking] = [
    await accountOf(cohorts.inside, req),
    await accountOf(cohorts.waiting, req),
    await accountOf(application.by, req),
  ]
  await make('enrollments', {
    cohort: full,
    course,
    learner: inside,
    percent: 0,
    source: 'staff',
    status: 'active',
  })
  await row(
    req,
    sql`insert into waitlist_entries (id, tenant_id, cohort_id, learner_id, status, rank, joined_at)
        values (uuidv7(), ${tenant}::uuid, ${full}::uuid, ${waiting}::uuid, 'waiting', 1, now()) returning id`,
  )
  await row(
    req,
    sql`insert into place_requests (id, tenant_id, learner_id, course_id, offer_id, cohort_id, status, question, message)
        values (uuidv7(), ${tenant}::uuid, ${asking}::uuid, ${course}::uuid, ${offer}::uuid, ${running}::uuid, 'requested',
          ${application.question}, ${application.message}) returning id`,
  )
  for (const learner of [waiting, asking]) {
    await settleBooking({ course, learner, req, side: 'learner', tenant })
  }
}
