import type { Locale } from '@/domain/tenancy/locales'

/** A question with its answers; those that start with `*` are right. */
export type SeedQuestion = { answers: string[]; explanation?: string; prompt: string }

export type SeedLesson = {
  body?: string[]
  isPreview?: boolean
  quiz?: { passMark: number; questions: SeedQuestion[] }
  title: string
  video?: boolean
}

export type SeedCourse = {
  cover: string
  coverAlt: string
  description: string[]
  level: 'advanced' | 'all' | 'beginner' | 'intermediate'
  offer: { amount: number; title: string } | { free: true; title: string }
  outcomes: string[]
  sections: { lessons: SeedLesson[]; title: string }[]
  slug: string
  summary: string
  title: string
}

/** One demo school, whole: what `npm run seed` writes. Amounts are in minor units of its currency. */
export type SeedSchool = {
  coupon: { code: string; percentOff: number }
  courses: SeedCourse[]
  home: {
    callToAction: { buttonLabel: string; detail: string; heading: string }
    coursesHeading: string
    faq: { answer: string; question: string }[]
    faqHeading: string
    hero: { buttonLabel: string; detail: string; image: string; imageAlt: string; promise: string }
    testimonials: { name: string; quote: string; role: string }[]
    testimonialsHeading: string
    title: string
  }
  name: string
  people: { email: string; name: string; roles: ('instructor' | 'owner' | 'student')[] }[]
  settings: {
    accent: string
    currency: string
    fontPair: 'friendly' | 'modern'
    locale: Locale
    radius: '0' | '10' | '16' | '6'
    tagline: string
    timeZone: string
  }
  slug: string
  video: string
}
