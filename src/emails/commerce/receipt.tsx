import type { CSSProperties } from 'react'

import { Column, Hr, Link, Row, Section } from '@react-email/components'

import type { MailArgs, MailTemplate } from '../types'

import { Paragraph } from '../Paragraph'
import { mailStyles } from '../styles'

type Args = MailArgs<'receipt'>

/** Writes minor units in the receipt's currency the way the reader's language does. */
const moneyOf = ({ data, locale }: Args) => {
  const format = new Intl.NumberFormat(locale, { currency: data.currency, style: 'currency' })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2

  return (minor: number): string => format.format(minor / 10 ** digits)
}

const dateOf = ({ data, locale, school }: Args): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: school.timeZone ?? 'UTC' }).format(
    new Date(data.paidAt),
  )

const Lines = (args: Args) => {
  const { data, school, t } = args
  const money = moneyOf(args)
  const { figure, rule, text, total } = mailStyles(school)
  const end = args.locale === 'he' ? 'left' : 'right'
  const line = (label: string, amount: string, style: CSSProperties = figure) => (
    <Row key={label}>
      <Column className="m-text" style={{ ...text, ...style, whiteSpace: 'normal' }}>
        {label}
      </Column>
      <Column align={end} className="m-text" style={style}>
        {amount}
      </Column>
    </Row>
  )
  const discountLabel = data.coupon
    ? t('receipt.discountWith', { coupon: data.coupon })
    : t('receipt.discount')

  return (
    <Section style={{ padding: '0 0 16px' }}>
      <Hr className="m-rule" style={rule} />
      {data.lines.map(({ amount, title }, index) => (
        <Section key={`${index}-${title}`}>{line(title, money(amount))}</Section>
      ))}
      {data.discount > 0 && line(discountLabel, money(-data.discount))}
      {data.tax > 0 && line(t('receipt.tax'), money(data.tax))}
      <Hr className="m-rule" style={rule} />
      {line(t('receipt.total'), money(data.total), total)}
    </Section>
  )
}

/** Confirms a payment with every line of its sum. */
export const receipt: MailTemplate<'receipt'> = {
  details: (args) => {
    const { data, school, t } = args

    return (
      <>
        <Paragraph look={school} isSmall>
          {t('receipt.order', { date: dateOf(args), number: data.number })}
        </Paragraph>
        <Lines {...args} />
        {data.invoice && (
          <Paragraph look={school} isSmall>
            <Link className="m-link" href={data.invoice.url} style={mailStyles(school).link}>
              {t('receipt.invoice', { number: data.invoice.number })}
            </Link>
          </Paragraph>
        )}
      </>
    )
  },
  values: (args) => ({
    date: dateOf(args),
    number: args.data.number,
    total: moneyOf(args)(args.data.total),
  }),
}
