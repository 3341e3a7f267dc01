import type { DayRates } from '@/domain/commerce/exchange'

/** Where reference rates come from. `latest` throws RatesUnavailable when there are none to be had. */
export type RateSource = { latest: () => Promise<DayRates>; name: 'builtIn' | 'ecb' }

/** The rates could not be read. */
export class RatesUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RatesUnavailable'
  }
}
