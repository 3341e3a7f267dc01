import type { Money } from '@/domain/commerce/money'

/** Currencies that Paddle sells in; each is counted in minor units of ISO 4217, as at home. */
const CURRENCIES = new Set(
  `ARS AUD BRL CAD CHF CNY COP CZK DKK EUR GBP HKD HUF ILS INR JPY KRW MXN NOK NZD PLN SEK SGD THB TRY TWD UAH USD
   ZAR`.split(/\s+/),
)

/** The least that Paddle charges, in minor units, where it is known. */
const LEAST: Readonly<Record<string, number>> = { EUR: 70, GBP: 70, JPY: 70, USD: 70 }

/** Whether Paddle takes this much. */
export const takesAtPaddle = ({ amount, currency }: Money): boolean =>
  CURRENCIES.has(currency) && amount >= (LEAST[currency] ?? 1)
