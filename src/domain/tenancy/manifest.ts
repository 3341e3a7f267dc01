import type { Locale } from './locales'

import { directionOf } from './locales'
import { paletteOf } from './theme/palette'

const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => ({
  type: 'image/png',
  purpose,
  sizes,
  src: `/icons/${file}`,
})

/** Longest name that home screens show whole. */
const SHORT = 12

/** The manifest of a school (W3C, Web Application Manifest): `accent` as `#rrggbb`, RangeError otherwise. */
export const manifestOf = ({
  name,
  accent,
  locale,
  tagline,
}: {
  accent: string
  locale: Locale
  name: string
  tagline: null | string
}) => {
  const { light } = paletteOf({ accent })
  const [first = name] = name.split(/\s+/)

  return {
    id: '/',
    name,
    background_color: light.canvas,
    description: tagline ?? undefined,
    dir: directionOf(locale),
    display: 'standalone',
    icons: [
      icon('icon-192.png', '192x192', 'any'),
      icon('icon-512.png', '512x512', 'any'),
      icon('maskable-512.png', '512x512', 'maskable'),
    ],
    lang: locale,
    scope: '/',
    short_name: name.length <= SHORT ? name : first,
    start_url: '/',
    theme_color: light.accent,
  }
}
