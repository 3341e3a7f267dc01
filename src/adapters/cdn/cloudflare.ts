import type { Cdn, CdnAccount } from './types'

import { ask } from './ask'

/** Most tags of one request. */
const AT_ONCE = 30

/** Cloudflare: `POST /client/v4/zones/:zone/purge_cache` with `tags` (Cloudflare API v4, purge by cache-tag). */
export const cloudflare = ({
  base = 'https://api.cloudflare.com',
  token,
  zone,
}: CdnAccount): Cdn => ({
  purge: async (tags) => {
    for (let at = 0; at < tags.length; at += AT_ONCE) {
      await ask(`${base}/client/v4/zones/${zone}/purge_cache`, {
        body: { tags: tags.slice(at, at + AT_ONCE) },
        headers: { Authorization: `Bearer ${token}` },
      })
    }
  },
})
