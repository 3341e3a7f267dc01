import type { Metadata } from 'next'

import type { School } from '@/operations/tenancy/school'

import { CARD_HEIGHT, CARD_WIDTH, SCHOOL_CARD } from '@/domain/pages/cards'
import { cutText } from '@/domain/pages/shortText'

/** Search engines and networks show about so many characters of a title. */
const TITLE = 110

type Told = {
  /** Path of the picture that previews show, 1200 to 630; the school's own without one. */
  card?: string
  description: string
  /** Path below the school's origin. */
  path: string
  school: Pick<School, 'locale' | 'name' | 'origin'>
  /** Without the school's name; without a title the page is the school's front door. */
  title?: string
}

/**
 * What search engines and previews are told of a public page, at the school's primary address. All languages
 * of the interface share one address and what the school wrote has one: so a page is said to be in that
 * language, for everybody.
 */
export const pageMetadata = ({
  card = SCHOOL_CARD,
  description,
  path,
  school: { name, locale, origin },
  title,
}: Told): Metadata => {
  const url = `${origin}${path}`
  const shown = cutText(title ?? name, TITLE)
  const image = `${origin}${card}`

  return {
    alternates: { canonical: url, languages: { [locale]: url, 'x-default': url } },
    description,
    openGraph: {
      type: 'website',
      description,
      images: [
        { type: 'image/png', alt: shown, height: CARD_HEIGHT, url: image, width: CARD_WIDTH },
      ],
      locale,
      siteName: name,
      title: shown,
      url,
    },
    title: title === undefined ? { absolute: name } : shown,
    twitter: { card: 'summary_large_image', description, images: [image], title: shown },
  }
}
