import { Text, View } from '@react-pdf/renderer'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { invoiceStyles } from './invoiceStyles'
import { invoiceWords } from './words'

type Said = { label?: string; text: null | string | undefined }

/** Seller and number above, buyer and order below. */
export const InvoiceParties = ({ text }: { text: InvoiceText }) => {
  const { buyer, credits, issuedAt, locale, number, order, seller, timeZone } = text
  const t = invoiceWords(locale)
  const { styles, worded } = invoiceStyles(text)
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(issuedAt)

  /** A paragraph a line; a label stands in an element of its own, so that neither turns the other round. */
  const lines = (said: Said[]) =>
    said.flatMap(({ label, text: given }) =>
      (given ?? '')
        .split(/\r?\n/)
        .filter((line) => line.trim())
        .map((line, index) => (
          <View key={`${label} ${index} ${line}`} style={styles.pair}>
            {label && <Text style={styles.label}>{label}</Text>}
            <Text style={{ ...worded(line), ...styles.small }}>{line}</Text>
          </View>
        )),
    )

  return (
    <View style={styles.parties}>
      <View style={styles.spread}>
        <View style={styles.party}>
          <Text style={{ ...worded(seller.name), ...styles.strong }}>{seller.name}</Text>
          {lines([
            { text: seller.address },
            { label: t('taxId'), text: seller.taxId },
            { text: seller.email },
          ])}
        </View>
        <View style={styles.number}>
          <Text style={styles.title}>{t(credits ? 'creditTitle' : 'title')}</Text>
          <Text style={styles.numberText}>{number}</Text>
          <Text style={styles.label}>{day}</Text>
        </View>
      </View>
      <View style={styles.spread}>
        <View style={styles.party}>
          <Text style={styles.label}>{t('to')}</Text>
          {buyer.company && (
            <Text style={{ ...worded(buyer.company), ...styles.strong }}>{buyer.company}</Text>
          )}
          <Text
            style={{ ...worded(buyer.name), ...(buyer.company ? styles.small : styles.strong) }}
          >
            {buyer.name}
          </Text>
          {lines([
            { text: buyer.address },
            { label: t('vatId'), text: buyer.vatId },
            { text: buyer.email },
          ])}
        </View>
        <View style={styles.number}>
          {credits && (
            <>
              <Text style={styles.label}>{t('ofInvoice')}</Text>
              <Text style={styles.numberText}>{credits.invoice}</Text>
            </>
          )}
          <Text style={styles.label}>{t('order')}</Text>
          <Text style={styles.numberText}>{order}</Text>
        </View>
      </View>
    </View>
  )
}
