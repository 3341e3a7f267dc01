import type { Metadata } from 'next'

import type { Locale } from '@/domain/tenancy/locales'
import type { School } from '@/operations/tenancy/school'

import { CARD_HEIGHT, CARD_WIDTH, SCHOOL_CARD } from '@/domain/pages/cards'
import { cutText } from '@/domain/pages/shortText'
import { furtherLanguage, pathIn } from '@/domain/tenancy/locales'

/** Search engines and networks show about so many characters of a title. */
const TITLE = 110

type Told = {
  /** Path of the picture that previews show, 1200 to 630; the school's own without one. */
  card?: string
  description: string
  /** Language in which the page is rendered. */
  locale: Locale
  /** Plain path below the school's origin. */
  path: string
  school: Pick<School, 'languages' | 'locale' | 'name' | 'origin'>
  /** Without the school's name; without a title the page is the school's front door. */
  title?: string
}

/** The address of a page in each language that its school writes, by language; `x-default` is the plain one. */
const addresses = ({ path, school }: Pick<Told, 'path' | 'school'>): Record<string, string> => ({
  ...Object.fromEntries(
    [school.locale, ...school.languages].map((locale) => [
      locale,
      `${school.origin}${pathIn(school, locale, path)}`,
    ]),
  ),
  'x-default': `${school.origin}${path}`,
})

/**
 * What search engines and previews are told of a public page, at the school's primary address. In a further
 * language of its school a page has an address of its own. Languages of the interface alone share the
 * plain address, which is said to be in the school's own language, for everybody.
 */
export const pageMetadata = ({
  card = SCHOOL_CARD,
  description,
  locale,
  path,
  school,
  title,
}: Told): Metadata => {
  const { name, origin } = school
  const url = `${origin}${pathIn(school, locale, path)}`
  const shown = cutText(title ?? name, TITLE)
  const image = `${origin}${pathIn(school, locale, card)}`

  return {
    alternates: { canonical: url, languages: addresses({ path, school }) },
    description,
    openGraph: {
      type: 'website',
      description,
      images: [
        { type: 'image/png', alt: shown, height: CARD_HEIGHT, url: image, width: CARD_WIDTH },
      ],
      locale: furtherLanguage(school, locale) ?? school.locale,
      siteName: name,
      title: shown,
      url,
    },
    title: title === undefined ? { absolute: name } : shown,
    twitter: { card: 'summary_large_image', description, images: [image], title: shown },
  }
}
