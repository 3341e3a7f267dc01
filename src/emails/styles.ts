import type { CSSProperties } from 'react'

import { paletteOf, type Look } from '@/domain/tenancy/theme/palette'

const FONT = "Inter, Heebo, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

/** Inline styles of a mail in a school's light palette; inbox programs read little else. */
export const mailStyles = (look: Look) => {
  const { light } = paletteOf(look)
  const text: CSSProperties = {
    color: light.text,
    fontFamily: FONT,
    fontSize: 16,
    lineHeight: '26px',
    margin: '0 0 16px',
  }

  return {
    body: { backgroundColor: light.canvas, fontFamily: FONT, margin: 0, padding: '32px 12px' },
    button: {
      backgroundColor: light.accent,
      borderRadius: 6,
      color: light['accent-contrast'],
      display: 'inline-block',
      fontFamily: FONT,
      fontSize: 16,
      fontWeight: 600,
      lineHeight: '24px',
      padding: '12px 24px',
      textDecoration: 'none',
    },
    card: {
      backgroundColor: light.surface,
      border: `1px solid ${light.line}`,
      borderRadius: 10,
      maxWidth: 600,
      padding: '40px 32px',
      width: '100%',
    },
    figure: { ...text, fontVariantNumeric: 'tabular-nums', margin: 0, whiteSpace: 'nowrap' },
    footer: { maxWidth: 600, padding: '24px 32px 0', width: '100%' },
    heading: {
      color: light.text,
      fontFamily: FONT,
      fontSize: 24,
      fontWeight: 600,
      lineHeight: '30px',
      margin: '0 0 24px',
    },
    link: { color: light['accent-text'], overflowWrap: 'anywhere', textDecoration: 'underline' },
    logo: { display: 'block', margin: '0 0 32px' } as CSSProperties,
    rule: { border: 0, borderTop: `1px solid ${light.line}`, margin: '12px 0', width: '100%' },
    school: { ...text, fontWeight: 600, margin: '0 0 32px' },
    small: { ...text, color: light.muted, fontSize: 14, lineHeight: '22px' },
    text,
    total: { ...text, fontWeight: 600, margin: 0, whiteSpace: 'nowrap' },
  } satisfies Record<string, CSSProperties>
}

/** The same letter on a dark screen, for the inbox programs that ask; keyed by the classes of Layout. */
export const darkCss = (look: Look): string => {
  const { dark } = paletteOf(look)

  return `@media (prefers-color-scheme: dark) {
  .m-canvas, .m-canvas > table > tbody > tr > td { background-color: ${dark.canvas} !important }
  .m-card { background-color: ${dark.surface} !important; border-color: ${dark.line} !important }
  .m-light { display: none !important }
  .m-dark { display: block !important }
  .m-text { color: ${dark.text} !important }
  .m-muted { color: ${dark.muted} !important }
  .m-link { color: ${dark['accent-text']} !important }
  .m-rule { border-color: ${dark.line} !important }
  .m-button { background-color: ${dark.accent} !important; color: ${dark['accent-contrast']} !important }
}`
}
