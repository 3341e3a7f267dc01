import type { Cdn, CdnAccount } from './types'

import { ask } from './ask'

/** Most keys of one request. */
const AT_ONCE = 256

/** Fastly: `POST /service/:id/purge` with `surrogate_keys` (Fastly API, bulk purge). */
export const fastly = ({ base = 'https://api.fastly.com', token, zone }: CdnAccount): Cdn => ({
  purge: async (tags) => {
    for (let at = 0; at < tags.length; at += AT_ONCE) {
      await ask(`${base}/service/${zone}/purge`, {
        body: { surrogate_keys: tags.slice(at, at + AT_ONCE) },
        headers: { 'Fastly-Key': token },
      })
    }
  },
})
