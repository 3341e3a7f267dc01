const CONTEXT = { '@context': 'https://schema.org' }

/** A step on the way to a page: what it is called, and its absolute address. */
export type Step = { name: string; url: string }

/** The way to a page from the front door, in the words of schema.org (`BreadcrumbList`). */
export const trailFacts = (steps: readonly Step[]): object => ({
  ...CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, place) => ({
    name,
    '@type': 'ListItem',
    item: url,
    position: place + 1,
  })),
})

/** A school and its site (`Organization`, `WebSite`); `locale` is the language it writes in. */
export const schoolFacts = ({
  name,
  description,
  locale,
  logo,
  url,
}: {
  description: string
  locale: string
  logo: string
  name: string
  url: string
}): object => ({
  ...CONTEXT,
  '@graph': [
    { name, '@id': `${url}/#school`, '@type': 'Organization', description, logo, url: `${url}/` },
    {
      name,
      '@id': `${url}/#site`,
      '@type': 'WebSite',
      description,
      inLanguage: locale,
      publisher: { '@id': `${url}/#school` },
      url: `${url}/`,
    },
  ],
})

type Rated = null | { average: number; count: number }

const ratingFacts = (rating: Rated): object =>
  rating
    ? {
        aggregateRating: {
          '@type': 'AggregateRating',
          bestRating: 5,
          ratingCount: rating.count,
          ratingValue: rating.average,
          worstRating: 1,
        },
      }
    : {}

/** Somebody who teaches at a school (`Person`); `image` and addresses are absolute. */
export const personFacts = ({
  name,
  credentials,
  headline,
  image,
  sameAs,
  school,
  url,
}: {
  credentials: readonly string[]
  headline: null | string
  image: null | string
  name: string
  sameAs: readonly string[]
  school: Step
  url: string
}): object => ({
  ...CONTEXT,
  name,
  '@type': 'Person',
  ...(headline && { jobTitle: headline }),
  ...(image && { image }),
  ...(credentials.length > 0 && { hasCredential: credentials }),
  ...(sameAs.length > 0 && { sameAs }),
  url,
  worksFor: { name: school.name, '@type': 'Organization', url: school.url },
})

/** A school as its own page tells of it (`EducationalOrganization`). */
export const profileFacts = ({
  name,
  address,
  description,
  email,
  phone,
  rating,
  sameAs,
  url,
}: {
  address: null | string
  description: string
  email: null | string
  name: string
  phone: null | string
  rating: Rated
  sameAs: readonly string[]
  url: string
}): object => ({
  ...CONTEXT,
  name,
  '@id': `${url}/#school`,
  '@type': 'EducationalOrganization',
  ...ratingFacts(rating),
  ...(address && { address }),
  description,
  ...(email && { email }),
  ...(sameAs.length > 0 && { sameAs }),
  ...(phone && { telephone: phone }),
  url: `${url}/`,
})

/** The pages a catalog leads to, in its order (`ItemList`). */
export const listFacts = (items: readonly Step[]): object => ({
  ...CONTEXT,
  '@type': 'ItemList',
  itemListElement: items.map(({ name, url }, place) => ({
    name,
    '@type': 'ListItem',
    position: place + 1,
    url,
  })),
})
