import { env } from '@/env'

import type { Scanner } from './types'

import { clamd } from './clamd'

/** What looks for viruses here; null where nothing does, because `CLAMD_HOST` is not set. */
export const scanner = (): null | Scanner => {
  const { CLAMD_HOST, CLAMD_PORT } = env()

  return CLAMD_HOST ? clamd({ host: CLAMD_HOST, port: CLAMD_PORT }) : null
}
