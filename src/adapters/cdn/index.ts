import { env } from '@/env'

import type { Cdn, CdnAccount } from './types'

import { bunny } from './bunny'
import { cloudflare } from './cloudflare'
import { fastly } from './fastly'

/** Without a provider nothing is kept anywhere that could be dropped. */
const none: Cdn = { purge: () => Promise.resolve() }

const PROVIDERS: Record<'bunny' | 'cloudflare' | 'fastly', (account: CdnAccount) => Cdn> = {
  bunny,
  cloudflare,
  fastly,
}

/** The CDN that the environment names. */
export const cdn = (): Cdn => {
  const { CDN_API_BASE, CDN_PROVIDER, CDN_TOKEN = '', CDN_ZONE = '' } = env()

  return CDN_PROVIDER
    ? PROVIDERS[CDN_PROVIDER]({ base: CDN_API_BASE, token: CDN_TOKEN, zone: CDN_ZONE })
    : none
}
