import { directionOf } from '@/domain/tenancy/locales'
import { familiesFor } from '@/domain/tenancy/theme/faces'
import { paletteOf } from '@/domain/tenancy/theme/palette'

import type { CertificateText } from './types'

import { directionOfText } from './direction'

type Sizes = readonly (readonly [longest: number, size: number])[]

const NAME_SIZES: Sizes = [
  [24, 40],
  [38, 31],
  [60, 25],
]
const TITLE_SIZES: Sizes = [
  [44, 22],
  [100, 18],
]

/** The largest size, in points, at which a text of this length keeps to its lines. */
const sizeFor = (text: string, sizes: Sizes, smallest: number): number =>
  sizes.find(([longest]) => text.length <= longest)?.[1] ?? smallest

export const nameSize = (name: string): number => sizeFor(name, NAME_SIZES, 19)

export const titleSize = (title: string): number => sizeFor(title, TITLE_SIZES, 14)

/** The certificate's styles in its school's colours and its language's direction; lengths in points. */
export const sheetStyles = ({ locale, school }: CertificateText) => {
  const { light } = paletteOf(school)
  const { heading, text } = familiesFor(school.fontPair ?? 'friendly', locale)
  const direction = directionOf(locale)
  const isRtl = direction === 'rtl'
  const row = { flexDirection: isRtl ? ('row-reverse' as const) : ('row' as const) }
  const spread = { ...row, justifyContent: 'space-between' as const }
  const base = {
    color: light.text,
    direction,
    fontFamily: text,
    textAlign: isRtl ? ('right' as const) : ('left' as const),
  }

  return {
    colours: { line: light['accent-line'], text: light.text },
    styles: {
      name: {
        fontFamily: heading,
        fontWeight: 500,
        lineHeight: 1.2,
        maxLines: 2,
        textOverflow: 'ellipsis' as const,
      },
      bottom: { ...spread, alignItems: 'flex-end' as const },
      column: { alignItems: isRtl ? ('flex-end' as const) : ('flex-start' as const) },
      course: {
        fontFamily: heading,
        lineHeight: 1.3,
        maxLines: 3,
        textOverflow: 'ellipsis' as const,
      },
      /** Without the alternates of a face, to which `9x4` is a multiplication. */
      exact: { fontFeatureSettings: { calt: 0 } },
      frame: {
        borderColor: light['accent-line'],
        borderWidth: 0.75,
        flexGrow: 1,
        justifyContent: 'space-between' as const,
        padding: 44,
      },
      label: { ...base, color: light.muted, fontSize: 11 },
      page: { backgroundColor: light.surface, padding: 28 },
      row,
      title: { ...base, color: light['accent-text'], fontSize: 14 },
      top: { ...spread, alignItems: 'flex-start' as const },
    },
    /** The style of a text that the school or the learner wrote, in whichever script. */
    worded: (text: string) => ({ ...base, direction: directionOfText(text, locale) }),
  }
}
