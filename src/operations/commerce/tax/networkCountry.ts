import type { PayloadRequest } from 'payload'

import { isCountry } from '@/domain/commerce/tax/countries'
import { env } from '@/env'

/** The country of the visitor's address on the network, as the proxy in front says; null where it says none. */
export const networkCountry = ({ headers }: PayloadRequest): null | string => {
  const name = env().COUNTRY_HEADER
  const country = name ? headers.get(name)?.trim().toUpperCase() : null

  return isCountry(country) ? country : null
}
