import { CSV_MARK, csvLine } from '../../csv'
import { exchangedBack } from '../exchange'
import { decimalText } from '../money'
import type { Taxation, Treatment } from './taxed'

/** An invoice or a credit note as it counts towards tax; amounts in minor units of `currency`. */
export type TaxedDocument = {
  currency: string
  /** The school's own currency and the rate from it, where it was sold in another and one was known. */
  exchange?: null | { currency: string; value: string }
  kind: 'creditNote' | 'invoice'
  tax: number
  taxation: null | Taxation
  total: number
}

/** What was sold at one place, by the same taxes, in one currency; amounts in minor units, credit notes taken off. */
export type TaxReportRow = {
  country: null | string
  creditNotes: number
  currency: string
  gross: number
  /** The same in the school's own currency, each document at the rate of its order; left out where one had none. */
  inBase?: TaxReportTotal
  invoices: number
  net: number
  /** All of the rates together. */
  percent: number
  region: null | string
  tax: number
  /** What the taxes are called, as in "GST + QST"; empty where none was charged. */
  taxName: string
  /** Null for sales of days on which the school charged no tax. */
  treatment: null | Treatment
}

/** What all rows of a currency sum to, in minor units. */
export type TaxReportTotal = Pick<TaxReportRow, 'currency' | 'gross' | 'net' | 'tax'>

const DECIMALS = 1000

const blankRow = ({ currency, taxation }: TaxedDocument): TaxReportRow => {
  const taxes = taxation?.taxes ?? []
  const thousandths = taxes.reduce((sum, { percent }) => sum + Math.round(percent * DECIMALS), 0)

  return {
    country: taxation?.place.country ?? null,
    creditNotes: 0,
    currency,
    gross: 0,
    invoices: 0,
    net: 0,
    percent: thousandths / DECIMALS,
    region: taxation?.place.region ?? null,
    tax: 0,
    taxName: taxes.map(({ name }) => name).join(' + '),
    treatment: taxation?.treatment ?? null,
  }
}

const keyOf = ({ country, currency, percent, region, taxName, treatment }: TaxReportRow): string =>
  [
    country ?? '',
    region ?? '',
    treatment ?? '',
    taxName,
    String(percent).padStart(8),
    currency,
  ].join('\n')

/**
 * Documents by country, rate and currency, in that order; credit notes are subtracted. Gross and tax sum to those of
 * the documents, and `gross` is `net` and `tax`. With `base`, the school's own currency, they say what they are worth in it.
 */
export const taxReport = (
  documents: readonly TaxedDocument[],
  base: null | string = null,
): TaxReportRow[] => {
  const rows = new Map<string, TaxReportRow>()
  const unknown = new Set<TaxReportRow>()
  for (const document of documents) {
    const blank = blankRow(document)
    const row = rows.get(keyOf(blank)) ?? blank
    const sign = document.kind === 'invoice' ? 1 : -1
    row.gross += sign * document.total
    row.tax += sign * document.tax
    row.net += sign * (document.total - document.tax)
    row[document.kind === 'invoice' ? 'invoices' : 'creditNotes'] += 1
    const worth = inBase(document, base)
    if (worth) {
      row.inBase = added(row.inBase, worth, sign)
    } else {
      unknown.add(row)
    }
    rows.set(keyOf(blank), row)
  }

  for (const row of unknown) {
    delete row.inBase
  }

  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** What a document is worth in the school's own currency; null where no rate was kept. */
const inBase = (
  { currency, exchange, tax, total }: TaxedDocument,
  base: null | string,
): null | TaxReportTotal => {
  const worth = (amount: number): number =>
    exchange ? exchangedBack({ amount, currency }, exchange.currency, exchange.value) : amount
  const own = exchange ? exchange.currency : currency

  return own === base
    ? { currency: own, gross: worth(total), net: worth(total) - worth(tax), tax: worth(tax) }
    : null
}

const added = (
  sum: TaxReportTotal | undefined,
  { currency, gross, net, tax }: TaxReportTotal,
  sign: number,
): TaxReportTotal => ({
  currency,
  gross: (sum?.gross ?? 0) + sign * gross,
  net: (sum?.net ?? 0) + sign * net,
  tax: (sum?.tax ?? 0) + sign * tax,
})

/** What all rows sum to in the school's own currency; null where one of them is not known in it. */
export const taxTotalInBase = (rows: readonly TaxReportRow[]): null | TaxReportTotal =>
  rows.reduce<null | TaxReportTotal | undefined>(
    (sum, row) => (sum === null || !row.inBase ? null : added(sum, row.inBase, 1)),
    undefined,
  ) ?? null

/** What the rows sum to, by currency. */
export const taxTotals = (rows: readonly TaxReportRow[]): TaxReportTotal[] =>
  [...new Set(rows.map(({ currency }) => currency))].toSorted().map((currency) => {
    const mine = rows.filter((row) => row.currency === currency)
    const sum = (figure: 'gross' | 'net' | 'tax') => mine.reduce((all, row) => all + row[figure], 0)

    return { currency, gross: sum('gross'), net: sum('net'), tax: sum('tax') }
  })

const HEAD = [
  'country',
  'region',
  'treatment',
  'tax_name',
  'rate_percent',
  'currency',
  'net',
  'tax',
  'gross',
  'invoices',
  'credit_notes',
  'base_currency',
  'base_net',
  'base_tax',
  'base_gross',
]

/** Major units, below zero too. */
const money = (amount: number, currency: string): number =>
  Math.sign(amount) * Number(decimalText({ amount: Math.abs(amount), currency }))

const worthOf = ({ inBase: worth }: Pick<TaxReportRow, 'inBase'>): (null | number | string)[] =>
  worth
    ? [
        worth.currency,
        money(worth.net, worth.currency),
        money(worth.tax, worth.currency),
        money(worth.gross, worth.currency),
      ]
    : [null, null, null, null]

/** The report as a file: UTF-8 with a mark, a row in each line, amounts in major units. */
export const taxReportFile = (rows: readonly TaxReportRow[]): string => {
  const lines = rows.map(({ currency, ...row }) => [
    row.country,
    row.region,
    row.treatment,
    row.taxName,
    String(row.percent),
    currency,
    money(row.net, currency),
    money(row.tax, currency),
    money(row.gross, currency),
    row.invoices,
    row.creditNotes,
    ...worthOf(row),
  ])

  return `${CSV_MARK}${[HEAD, ...lines].map(csvLine).join('')}`
}

/** Days from and to which a report goes, both included, as `YYYY-MM-DD`. */
export type Period = { from: string; to: string }

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The days of a month `2026-11`, a quarter `2026-Q4` or a year `2026`; null for any other text. */
export const periodOf = (text: string): null | Period => {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text) ?? []
  if (!year) {
    return null
  }
  const first = quarter ? (Number(quarter) - 1) * 3 : month ? Number(month) - 1 : 0
  const months = quarter ? 3 : month ? 1 : 12

  return { from: day(Number(year), first, 1), to: day(Number(year), first + months, 0) }
}
