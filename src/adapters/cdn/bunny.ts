import type { Cdn, CdnAccount } from './types'

import { ask } from './ask'

/** Bunny: `POST /pullzone/:id/purgeCache` with one `CacheTag` a time (bunny.net Core API). */
export const bunny = ({ base = 'https://api.bunny.net', token, zone }: CdnAccount): Cdn => ({
  purge: async (tags) => {
    for (const tag of tags) {
      await ask(`${base}/pullzone/${zone}/purgeCache`, {
        body: { CacheTag: tag },
        headers: { AccessKey: token },
      })
    }
  },
})
