import { decimalText } from './money'

type Given = {
  description: null | string
  /** Absolute address of the cover. */
  image: null | string
  instructor: null | string
  /** Language the course is taught in. */
  locale: string
  name: string
  offers: readonly { amount: number; currency: string; title: string }[]
  /** Name and absolute address of the school. */
  school: { name: string; url: string }
  /** Length of all its lessons. */
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
  description,
  image,
  instructor,
  locale,
  offers,
  school,
  seconds,
  url,
}: Given): object => ({
  name,
  '@context': 'https://schema.org',
  '@type': 'Course',
  description: description ?? name,
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
  url,
})
