import { decimalText } from './money'

type Given = {
  /** The main category's name. */
  category: null | string
  description: null | string
  /** Absolute address of the cover. */
  image: null | string
  instructor: null | string
  /** Whom it is for, in the reader's words. */
  level: string
  /** Language the course is taught in. */
  locale: string
  name: string
  offers: readonly { amount: number; currency: string; title: string }[]
  outcomes: readonly string[]
  /** Stars out of five, to one decimal place, and how many gave any; null where nobody did. */
  rating: null | { average: number; count: number }
  requirements: readonly string[]
  /** Name and absolute address of the school. */
  school: { name: string; url: string }
  /** How long it takes. */
  seconds: number
  /** Absolute address of the course's page. */
  url: string
}

/** `PT1H30M`: a length in whole minutes as ISO 8601 writes it, one minute at least. */
const durationOf = (seconds: number): string => {
  const minutes = Math.max(1, Math.round(seconds / 60))
  const hours = Math.floor(minutes / 60)

  return `PT${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 ? `${minutes % 60}M` : ''}`
}

/** A course in the words of schema.org (`Course`, `CourseInstance`, `Offer`), for search engines; prices in major units. */
export const courseFacts = ({
  name,
  category,
  description,
  image,
  instructor,
  level,
  locale,
  offers,
  outcomes,
  rating,
  requirements,
  school,
  seconds,
  url,
}: Given): object => ({
  name,
  '@context': 'https://schema.org',
  '@type': 'Course',
  ...(rating && {
    aggregateRating: {
      '@type': 'AggregateRating',
      bestRating: 5,
      ratingCount: rating.count,
      ratingValue: rating.average,
      worstRating: 1,
    },
  }),
  ...(category && { about: category }),
  ...(requirements.length > 0 && { coursePrerequisites: requirements }),
  description: description ?? name,
  educationalLevel: level,
  hasCourseInstance: {
    '@type': 'CourseInstance',
    courseMode: 'Online',
    ...(seconds > 0 && { courseWorkload: durationOf(seconds) }),
    ...(instructor && { instructor: { name: instructor, '@type': 'Person' } }),
  },
  ...(image && { image }),
  inLanguage: locale,
  offers: offers.map(({ amount, currency, title }) => ({
    name: title,
    '@type': 'Offer',
    availability: 'https://schema.org/InStock',
    category: amount === 0 ? 'Free' : 'Paid',
    price: decimalText({ amount, currency }),
    priceCurrency: currency,
    url,
  })),
  provider: { name: school.name, '@type': 'Organization', url: school.url },
  ...(outcomes.length > 0 && { teaches: outcomes }),
  ...(seconds > 0 && { timeRequired: durationOf(seconds) }),
  url,
})
