import { decimalText } from './money'

type Given = {
  description: null | string
  /** Absolute address of the cover. */
  image: null | string
  instructor: null | string
  name: string
  offers: readonly { amount: number; currency: string; title: string }[]
  /** Name and absolute address of the school. */
  school: { name: string; url: string }
  /** Absolute address of the course's page. */
  url: string
}

/** A course in the words of schema.org (`Course`, `Offer`), for search engines; prices in major units. */
export const courseFacts = ({
  name,
  description,
  image,
  instructor,
  offers,
  school,
  url,
}: Given): object => ({
  name,
  '@context': 'https://schema.org',
  '@type': 'Course',
  description: description ?? name,
  ...(image && { image }),
  ...(instructor && { instructor: { name: instructor, '@type': 'Person' } }),
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
