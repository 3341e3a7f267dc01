import { isRate } from '@/domain/tenancy/currencies'

import type { RateSource } from './types'

import { RatesUnavailable } from './types'

const PATIENCE = 10_000

/** The feed has some thirty rates in two kilobytes. */
const MOST_BYTES = 64 * 1024

const DAY = /<Cube\s+time=(["'])(\d{4}-\d{2}-\d{2})\1\s*>/
const RATE = /<Cube\s+currency=(["'])([A-Z]{3})\1\s+rate=(["'])([^"']+)\3\s*\/>/g

/**
 * The daily reference rates of the European Central Bank, `eurofxref-daily.xml`: `<Cube time='2026-11-20'>` around a
 * `<Cube currency='USD' rate='1.0395'/>` for each currency, in units for one euro. They are published at about 16:00 in
 * Frankfurt on the days on which TARGET is open. Its form has not changed since 1999; anything else is refused as a whole.
 */
export const ecb = ({
  timeout = PATIENCE,
  url,
}: {
  timeout?: number
  url: string
}): RateSource => ({
  name: 'ecb',
  latest: async () => {
    const text = await read(url, timeout)
    const day = DAY.exec(text)?.[2]
    const rates = [...text.matchAll(RATE)].map(([, , currency = '', , rate = '']) => [
      currency,
      rate,
    ])
    if (!day || rates.length === 0 || rates.some(([, rate]) => !isRate(rate))) {
      throw new RatesUnavailable('The feed of reference rates says something else than rates.')
    }

    return { day, perEuro: Object.fromEntries(rates) as Record<string, string> }
  },
})

const read = async (url: string, timeout: number): Promise<string> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeout) })
    const text = answer.ok ? await answer.text() : ''
    if (!answer.ok || text.length > MOST_BYTES) {
      throw new RatesUnavailable(`The feed of reference rates answered ${answer.status}.`)
    }

    return text
  } catch (error) {
    throw error instanceof RatesUnavailable
      ? error
      : new RatesUnavailable('The feed of reference rates does not answer.', { cause: error })
  }
}
