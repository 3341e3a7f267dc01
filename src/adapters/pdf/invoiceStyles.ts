import type { InvoiceText } from '@/domain/commerce/invoices'

import { directionOf } from '@/domain/tenancy/locales'
import { paletteOf } from '@/domain/tenancy/theme/palette'

import { directionOfText } from './direction'
import { FAMILY } from './fonts'

/** The invoice's styles in its school's colours and its language's direction; lengths in points. */
export const invoiceStyles = ({ locale, seller }: Pick<InvoiceText, 'locale' | 'seller'>) => {
  const { light } = paletteOf({ accent: seller.accent })
  const direction = directionOf(locale)
  const isRtl = direction === 'rtl'
  const start = isRtl ? ('right' as const) : ('left' as const)
  const end = isRtl ? ('left' as const) : ('right' as const)
  const row = { flexDirection: isRtl ? ('row-reverse' as const) : ('row' as const) }
  const startOf = isRtl ? ('flex-end' as const) : ('flex-start' as const)
  const endOf = isRtl ? ('flex-start' as const) : ('flex-end' as const)
  const spread = { ...row, justifyContent: 'space-between' as const }
  const text = { color: light.text, direction, fontFamily: FAMILY, fontSize: 10, textAlign: start }
  const ltr = { ...text, direction: 'ltr' as const }
  const rule = { borderColor: light.line, borderStyle: 'solid' as const }

  return {
    styles: {
      figure: { ...ltr, textAlign: end },
      figureHead: { textAlign: end },
      folio: { ...ltr, color: light.muted, fontSize: 8, textAlign: end },
      foot: {
        ...rule,
        borderTopWidth: 0.5,
        bottom: 32,
        gap: 6,
        left: 48,
        paddingTop: 10,
        position: 'absolute' as const,
        right: 48,
      },
      head: { ...spread, ...rule, borderBottomWidth: 1, gap: 24, paddingBottom: 6 },
      label: { ...text, color: light.muted, fontSize: 9 },
      line: { ...spread, ...rule, borderBottomWidth: 0.5, gap: 24, paddingVertical: 9 },
      note: { marginTop: 8 },
      number: { alignItems: endOf, gap: 3 },
      numberText: { ...ltr, fontSize: 11, fontWeight: 500, textAlign: end },
      page: {
        backgroundColor: '#ffffff',
        paddingBottom: 120,
        paddingHorizontal: 48,
        paddingTop: 48,
      },
      paid: { marginTop: 10, textAlign: end },
      pair: { ...row, gap: 5 },
      parties: { gap: 30, marginBottom: 34 },
      party: { alignItems: startOf, gap: 3, maxWidth: 300 },
      small: { fontSize: 9.5, lineHeight: 1.35 },
      spread: { ...spread, alignItems: 'flex-start' as const, gap: 24 },
      strong: { fontSize: 11.5, fontWeight: 500 },
      sum: { ...spread, gap: 24, paddingVertical: 4 },
      sums: { alignSelf: endOf, marginTop: 14, width: 250 },
      text,
      title: {
        ...text,
        color: light['accent-text'],
        fontSize: 20,
        fontWeight: 500,
        textAlign: end,
      },
      totalLine: { ...rule, borderTopWidth: 1, marginTop: 5, paddingTop: 9 },
      wide: { flexBasis: 0, flexGrow: 1 },
    },
    /** The style of a text that somebody wrote, in whichever script. */
    worded: (given: string) => ({ ...text, direction: directionOfText(given, locale) }),
  }
}
