import { env } from '@/env'

import type { RateSource } from './types'

import { builtIn } from './builtIn'
import { ecb } from './ecb'

const ECB = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'

/** Where the platform's reference rates come from: the central bank's feed; what is built in where `EXCHANGE_RATES_URL` says so, and on an installation for trying. */
export const rateSource = (): RateSource => {
  const { EXCHANGE_RATES_URL, LECTERN_EMBEDDED } = env()
  const url = EXCHANGE_RATES_URL ?? (LECTERN_EMBEDDED ? 'builtin' : ECB)

  return url === 'builtin' ? builtIn() : ecb({ url })
}
