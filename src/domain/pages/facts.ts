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
