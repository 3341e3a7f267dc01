import type { RateSource } from './types'

/** Rounded rates for trying the platform without a network, of no particular day's market. */
const PER_EURO = {
  AUD: '1.65',
  BRL: '6.25',
  CAD: '1.5',
  CHF: '0.95',
  CNY: '7.75',
  CZK: '25',
  DKK: '7.46',
  GBP: '0.85',
  HUF: '400',
  ILS: '4',
  INR: '90',
  JPY: '160',
  KRW: '1500',
  MXN: '20',
  NOK: '11.5',
  NZD: '1.8',
  PLN: '4.3',
  RON: '5',
  SEK: '11.25',
  SGD: '1.45',
  TRY: '38',
  USD: '1.08',
  ZAR: '19.5',
}

/** Rates that never change and need no network; each day they are said to be of that day. */
export const builtIn = (now: () => Date = () => new Date()): RateSource => ({
  name: 'builtIn',
  latest: () => Promise.resolve({ day: now().toISOString().slice(0, 10), perEuro: PER_EURO }),
})
