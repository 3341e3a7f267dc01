import type { Money } from '@/domain/commerce/money'

import { exponentOf } from '@/domain/commerce/money'

/** Razorpay's list of supported currencies; each is counted in minor units of ISO 4217, as at home. */
const CURRENCIES = new Set(
  `AED ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BZD CAD CHF CLP CNY COP CRC CUP CVE
   CZK DJF DKK DOP DZD EGP ETB EUR FJD GBP GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD ISK JMD JOD JPY
   KES KGS KHR KMF KRW KWD KYD KZT LAK LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
   NPR NZD OMR PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SCR SEK SGD SLL SOS SSP SVC SZL THB TND TRY TTD TWD TZS
   UAH UGX USD UYU UZS VND VUV XAF XCD XOF XPF YER ZAR ZMW`.split(/\s+/),
)

/** The least that Razorpay takes in rupees, in paise. */
const LEAST_IN_RUPEES = 100

/** Whether Razorpay takes exactly this, or nothing, where a card is only kept: of currencies with three decimal places, only what ends in 0. */
export const takesAtRazorpay = ({ amount, currency }: Money): boolean =>
  CURRENCIES.has(currency) &&
  (exponentOf(currency) < 3 || amount % 10 === 0) &&
  (currency !== 'INR' || amount === 0 || amount >= LEAST_IN_RUPEES)
