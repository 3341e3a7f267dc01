import type { Locale } from '@/domain/tenancy/locales'
import type { FontPair } from '@/domain/tenancy/theme/faces'

/** What texts are in another language, by the text; with `was`, what it was translated from before it changed. */
export type SeedWords = Record<string, string | { text: string; was: string }>

/** A question with its answers; those that start with `*` are right. */
export type SeedQuestion = { answers: string[]; explanation?: string; prompt: string }

export type SeedLesson = {
  body?: string[]
  isPreview?: boolean
  quiz?: { passMark: number; questions: SeedQuestion[] }
  /** A file of the seed by its name, or an address. */
  resources?: ({ file: string; title: string } | { title: string; url: string })[]
  title: string
  video?: boolean
}

/** A shelf of the catalog; `below` is the slug of the one it stands on. */
export type SeedCategory = {
  below?: string
  description?: string
  name: string
  slug: string
}

/** What one of the school's students, by email, says of a course; they have finished it. */
export type SeedReview = { by: string; reply?: string; stars: number; text: string }

export type SeedCourse = {
  audience?: string[]
  /** Slugs of categories, the main one first. */
  categories: string[]
  cover: string
  coverAlt: string
  description: string[]
  faq?: { answer: string; question: string }[]
  level: 'advanced' | 'all' | 'beginner' | 'intermediate'
  offer: { amount: number; title: string } | { free: true; title: string }
  /** Sold in so many monthly payments, too. */
  plan?: { amount: number; payments: number; title: string }
  outcomes: string[]
  requirements?: string[]
  reviews?: SeedReview[]
  sections: { lessons: SeedLesson[]; title: string }[]
  slug: string
  summary: string
  title: string
}

/** What a school shows beside its plain courses, most of it in one of them. People are named by their emails. */
export type SeedShowcase = {
  /** An offer whose places are asked for; one of the students has. */
  application: { amount: number; by: string; message: string; question: string; title: string }
  /** Questions of the bank, and a quiz that draws some of them. */
  bank: {
    drawn: number
    questions: SeedQuestion[]
    section: string
    tag: string
    title: string
  }
  /** Names of a cohort that runs and of one that is full, and who is in that and who waits for it. */
  cohorts: { full: string; inside: string; running: string; waiting: string }
  /** Slug of the course that shows all but the path. */
  course: string
  /** Courses by their slugs, in the order in which they are taken. */
  path: { courses: string[]; slug: string; summary: string; title: string }
  /** Three questions, and what was answered without a name. */
  survey: {
    answers: { nps: number; rating: number; text?: string }[]
    more: string
    rating: string
    recommend: string
    title: string
  }
}

/** One purchase, by the titles of offers, and what came of it; a refund of all of it ends access. Amounts in minor units. */
export type SeedSale = {
  by: string
  coupon?: string
  currency?: string
  dispute?: { fee: number; reason: string }
  gift?: { email: string; message: string; name: string }
  offers: string[]
  refund?: { amount?: number; reason: string }
}

/** The books of a school. People are named by their emails, courses by their slugs, offers by their titles. */
export type SeedSales = {
  /** What is offered beside the offer `to`. */
  additions: { offered: string; percentOff: number; text: string; title: string; to: string }[]
  /** Where its buyers are. */
  country: string
  /** Who subscribes to its library, and how many lessons of which course they have taken in the first month. */
  member: { by: string; lessons: Record<string, number>; offer: string }
  /** Of those with an account for payouts, who was paid already. */
  paidOut: string
  payees: string[]
  sales: SeedSale[]
  /** Basis points of a course. */
  shares: { course: string; person: string; share: number }[]
  taxes: { country: string; name: string; percent: number }[]
}

/** One demo school, whole: what `npm run seed` writes. Amounts are in minor units of its currency. */
export type SeedSchool = {
  /** Courses sold together, by their slugs; the first is the one the bundle stands with. */
  bundle?: { amount: number; courses: [string, ...string[]]; title: string }
  categories: SeedCategory[]
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
  /** The public profile of the school's owner, who teaches. */
  instructor: {
    bio: string
    certifications: { issuer: string; title: string; year: number }[]
    credentials: string[]
    headline: string
    history: { place: string; role: string; since: number; until?: number }[]
    name: string
    slug: string
  }
  /** All its courses by the month, with free days at first; as a library, those it will have with them. */
  membership?: { amount: number; isLibrary?: boolean; title: string; trialDays: number }
  people: { email: string; name: string; roles: ('instructor' | 'owner' | 'student')[] }[]
  /** What it has sold; nothing where absent. */
  sales?: SeedSales
  settings: {
    accent: string
    /** How it sells, as the settings of a school have it. */
    commerce?: Record<string, unknown>
    currency: string
    fontPair: FontPair
    /** What it writes in beside its own language. */
    languages?: Locale[]
    locale: Locale
    profile: {
      accreditation?: string
      address: string
      phone: string
      socials: string
      story: string
    }
    radius: '0' | '10' | '16' | '6'
    tagline: string
    timeZone: string
  }
  showcase?: SeedShowcase
  slug: string
  video: string
  /** What is said in its video: files of the seed, by language. */
  captions?: Partial<Record<Locale, string>>
  /** What it says in further languages, where somebody translated it. */
  words?: Partial<Record<Locale, SeedWords>>
}
