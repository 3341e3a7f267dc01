import { readFile } from 'node:fs/promises'

/** Rows of one school that documents to be created point at, and a mail and language without a template. */
export type Ground = {
  course: string
  learner: string
  /** Two of them. */
  offers: readonly [string, string]
  section: string
  teacher: string
  template: { kind: string; locale: string }
  tenant: string
}

const random = () => crypto.randomUUID().slice(0, 8)

/** A day of its own, far off. */
const someDay = () => {
  const day = Date.UTC(2100, 0, 1) + Math.floor(Math.random() * 1_000_000) * 86_400_000

  return {
    endsAt: new Date(day + 3600_000).toISOString(),
    startsAt: new Date(day).toISOString(),
  }
}

const sum = {
  answers: [
    { isRight: true, text: 'Four' },
    { isRight: false, text: 'Five' },
  ],
  blockType: 'singleChoice',
  points: 1,
  prompt: 'Two and two?',
}

/** The least that each collection takes, for those that anybody may create by hand. */
const DOCUMENTS: Record<string, (ground: Ground) => object> = {
  'address-blocks': () => ({
    range: `198.51.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    reason: 'A flood of requests',
  }),
  'bank-questions': () => ({ question: [sum], tags: 'sums' }),
  categories: () => ({ name: `Category ${random()}`, position: 0 }),
  cohorts: ({ course }) => ({ name: 'Spring', course, startsAt: '2090-03-01T09:00:00.000Z' }),
  coupons: () => ({ code: `C${random()}`, percentOff: 5 }),
  courses: () => ({ slug: `c-${random()}`, level: 'all', title: 'A course' }),
  'custom-roles': () => ({ name: `Role ${random()}`, permissions: ['mail.read'] }),
  domains: () => ({ host: `${random()}.example.com` }),
  'drm-accounts': () => ({ provider: 'clearKey' }),
  'email-templates': ({ template }) => template,
  enrollments: ({ course, learner }) => ({ course, learner, status: 'active' }),
  instructors: ({ learner }) => ({ name: `Instructor ${random()}`, user: learner }),
  lessons: ({ course, section }) => ({ course, kind: 'text', section, title: 'A lesson' }),
  media: () => ({ alt: 'Waves' }),
  'media-folders': () => ({ name: `Folder ${random()}` }),
  'offer-additions': ({ offers: [offer, offered] }) => ({
    isActive: false,
    offer,
    offered,
    title: 'And this',
  }),
  offers: ({ course }) => ({ course, kind: 'free', title: 'An offer' }),
  pages: () => ({ slug: `p-${random()}`, layout: [], title: 'A page' }),
  paths: ({ course }) => ({
    slug: `way-${random()}`,
    steps: [{ blockType: 'step', course, isRequired: true, unlock: 'atOnce' }],
    title: 'A path',
  }),
  'payload-locked-documents': ({ course, learner }) => ({
    document: { relationTo: 'courses', value: course },
    user: { relationTo: 'users', value: learner },
  }),
  'payload-preferences': ({ learner }) => ({
    key: `note ${random()}`,
    user: { relationTo: 'users', value: learner },
    value: {},
  }),
  plans: () => ({ name: `Plan ${random()}`, currency: 'USD', price: 4900 }),
  quizzes: () => ({
    passMark: 50,
    questions: [sum],
    title: 'A quiz',
  }),
  'sign-in-providers': () => ({
    clientId: random(),
    clientSecret: random(),
    isActive: false,
    issuer: 'https://id.test',
    kind: 'oidc',
    label: random(),
  }),
  'speech-accounts': () => ({ address: 'https://speech.test/v1', apiKey: random(), model: 'm' }),
  upsells: ({ offers: [offer, offered] }) => ({
    isActive: false,
    minutes: 30,
    offered,
    offers: [offer],
    title: 'And this',
  }),
  'video-accounts': () => ({ isActive: false, provider: 'vimeo', vimeoToken: random() }),
  // Of a provider, one alone is in use.
  'payment-accounts': () => ({ isActive: false, position: 1, provider: 'paypal' }),
  // Nobody may create one by hand, yet some may delete one.
  redirects: () => ({ path: `/old-${random()}` }),
  'revenue-shares': ({ course, teacher }) => ({ course, person: teacher, share: 1, ...someDay() }),
  secrets: () => ({ name: `key ${random()}`, value: 'shh' }),
  sections: ({ course }) => ({ course, title: 'A section' }),
  'tax-rates': () => ({
    name: 'VAT',
    country: 'DE',
    percent: 19,
    region: random(),
    validFrom: '2026-01-01T00:00:00.000Z',
  }),
  tenants: () => ({
    name: 'A school',
    slug: `s-${random()}`,
    kind: 'school',
    settings: {
      accent: '#3b5bdb',
      currency: 'USD',
      fontPair: 'modern',
      locale: 'en',
      radius: '10',
      timeZone: 'UTC',
    },
  }),
  users: () => ({ name: 'Ada', email: `${random()}@example.com`, status: 'active' }),
}

/** A document that `slug` accepts, or an empty one where nobody may create any. */
export const documentFor = (slug: string, ground: Ground): object => DOCUMENTS[slug]?.(ground) ?? {}

/** Whether a row of the collection can be made by hand, for anybody: a note is whose who writes it. */
export const isMadeByHand = (slug: string): boolean =>
  slug in DOCUMENTS && slug !== 'payload-preferences'

/** A file of the seed, as a browser would upload it. */
export const upload = async (document: object): Promise<FormData> => {
  const form = new FormData()
  const bytes = await readFile('media/seed/cover-waves.webp')
  form.append('_payload', JSON.stringify(document))
  form.append('file', new File([bytes], `${random()}.webp`, { type: 'image/webp' }))

  return form
}
