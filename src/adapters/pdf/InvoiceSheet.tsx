import { Document, Page, Text, View } from '@react-pdf/renderer'

import type { InvoiceText } from '@/domain/commerce/invoices'

import { invoiceMoney, invoicePercent } from './invoiceMoney'
import { InvoiceParties } from './InvoiceParties'
import { invoiceStyles } from './invoiceStyles'
import { invoiceWords } from './words'

/** The invoice itself: who sells what to whom, at which price, and that it is paid. */
export const InvoiceSheet = (text: InvoiceText) => {
  const { issuedAt, locale, number, seller } = text
  const t = invoiceWords(locale)
  const { styles, worded } = invoiceStyles(text)

  return (
    <Document
      author={seller.name}
      creationDate={issuedAt}
      language={locale}
      modificationDate={issuedAt}
      subject={number}
      title={`${t(text.credits ? 'creditTitle' : 'title')} ${number}`}
    >
      <Page size="A4" style={styles.page}>
        <InvoiceParties text={text} />
        <Lines text={text} />
        <Sums text={text} />
        <View fixed style={styles.foot}>
          {seller.note && (
            <Text style={{ ...worded(seller.note), ...styles.small }}>{seller.note}</Text>
          )}
          <Text
            render={({ pageNumber, totalPages }) => `${number}  ·  ${pageNumber} / ${totalPages}`}
            style={styles.folio}
          />
        </View>
      </Page>
    </Document>
  )
}

const Lines = ({ text }: { text: InvoiceText }) => {
  const { currency, lines, locale } = text
  const t = invoiceWords(locale)
  const { styles, worded } = invoiceStyles(text)
  const money = invoiceMoney({ currency, locale })

  return (
    <View>
      <View fixed style={styles.head}>
        <Text style={{ ...styles.label, ...styles.wide }}>{t('item')}</Text>
        <Text style={{ ...styles.label, ...styles.figureHead }}>{t('amount')}</Text>
      </View>
      {lines.map(({ base, title }, index) => (
        <View key={`${index} ${title}`} style={styles.line} wrap={false}>
          <Text style={{ ...worded(title), ...styles.wide }}>{title}</Text>
          <Text style={styles.figure}>{money(base)}</Text>
        </View>
      ))}
    </View>
  )
}

const Sums = ({ text }: { text: InvoiceText }) => {
  const { base, coupon, currency, discount, issuedAt, locale, taxation, timeZone, total } = text
  const t = invoiceWords(locale)
  const { styles } = invoiceStyles(text)
  const money = invoiceMoney({ currency, locale })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(issuedAt)
  const taxes = (taxation?.taxes ?? []).map(({ name, amount, percent }) => ({
    amount: money(amount),
    label: t('taxAt', { name, percent: invoicePercent({ locale, percent }) }),
  }))
  const sum = (label: string, amount: string, isTotal = false) => (
    <View key={label} style={isTotal ? { ...styles.sum, ...styles.totalLine } : styles.sum}>
      <Text style={isTotal ? { ...styles.text, ...styles.strong } : styles.label}>{label}</Text>
      <Text style={isTotal ? { ...styles.figure, ...styles.strong } : styles.figure}>{amount}</Text>
    </View>
  )

  return (
    <View style={styles.sums} wrap={false}>
      {sum(t('subtotal'), money(base))}
      {discount > 0 &&
        sum(
          coupon ? t('discountWith', { coupon }) : t('discount'),
          money(discount, { isOff: true }),
        )}
      {!taxation?.isIncluded && taxes.map(({ amount, label }) => sum(label, amount))}
      {sum(t('total'), money(total), true)}
      {taxation?.isIncluded &&
        taxes.map(({ amount, label }) => sum(t('included', { tax: label }), amount))}
      {taxation?.treatment === 'reverseCharge' && (
        <Text style={{ ...styles.text, ...styles.small, ...styles.note }}>
          {t('reverseCharge')}
        </Text>
      )}
      <Text style={{ ...styles.label, ...styles.paid }}>
        {t(text.credits ? 'refunded' : 'paid', { date: day })}
      </Text>
    </View>
  )
}
