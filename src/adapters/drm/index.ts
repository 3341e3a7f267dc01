import { z } from 'zod'

import type { LicenceService } from '@/domain/media/drmAccounts'

import { env } from '@/env'
import { unseal } from '@/secrets'

import type { AxinomKeys } from './axinom'
import type { LicenceServer } from './types'

import { axinomLicences } from './axinom'
import { clearKeyLicences } from './clearKey'

const keysShape = z.record(z.string(), z.string())

/** A school's account with whoever gives out licences, as its row holds it. */
export type KeptDrmAccount = { provider: LicenceService; sealed: null | string; tenant: string }

/** Who gives out licences for a school's account. */
export const licencesOf = ({ provider, sealed, tenant }: KeptDrmAccount): LicenceServer => {
  if (provider === 'clearKey') {
    return clearKeyLicences
  }
  const keys: unknown = keysShape.parse(JSON.parse(unseal({ sealed: sealed ?? '', tenant })))

  return axinomLicences(keys as AxinomKeys, { privateHosts: env().PRIVATE_HOSTS })
}
