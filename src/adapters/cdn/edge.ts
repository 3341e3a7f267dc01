import { createHmac } from 'node:crypto'

import type { EdgeLeave } from '@/domain/media/edges'

import { env } from '@/env'

import { pathToken } from './bunnyToken'

/** For how long Cloudflare's rule takes a token after it was made, in seconds: a rule has one such number for all. */
const TIMED_FOR = 600

type Signing = {
  /** Begins and ends with a slash. */
  folder: string
  key: string
  /** In seconds. */
  until: number
  /** Of the one watching for which it is, as the network's log will name it: a UUID. */
  viewer: string
}

type Signed = { after: string; before: string }

/** Leave for all files of a folder, each as the network of that name checks it, the name of the viewer included. */
export const SIGNING: Record<'bunny' | 'cloudflare' | 'fastly', (signing: Signing) => Signed> = {
  /** A directory token in the path. */
  bunny: (signing) => ({ after: '', before: `/${pathToken(signing)}` }),
  /** `verify=<made>-<mac>` for a rule with `is_timed_hmac_valid_v0` over the folder and the viewer: the mac, HMAC-SHA-256 in base64, is of both and the time. */
  cloudflare: ({ folder, key, until, viewer }) => {
    const made = until - TIMED_FOR
    const mac = createHmac('sha256', key).update(`${folder}${viewer}${made}`).digest('base64')

    return { after: `?viewer=${viewer}&verify=${made}-${encodeURIComponent(mac)}`, before: '' }
  },
  /** `token=<end>_<mac>` for VCL with `digest.hmac_sha256` over folder, viewer and end, in hexadecimal digits. */
  fastly: ({ folder, key, until, viewer }) => {
    const mac = createHmac('sha256', key).update(`${folder}${viewer}${until}`).digest('hex')

    return { after: `?viewer=${viewer}&token=${until}_${mac}`, before: '' }
  },
}

/** Where a folder of segments is found at the network that the environment names, until `until`, in ms; null without one. */
export const edgeLeave = ({
  folder,
  until,
  viewer,
}: Pick<Signing, 'folder' | 'until' | 'viewer'>): EdgeLeave | null => {
  const { STREAM_CDN_KEY: key = '', STREAM_CDN_PROVIDER: provider, STREAM_CDN_URL: url } = env()
  if (!url || !provider) {
    return null
  }
  const { after, before } = SIGNING[provider]({
    folder,
    key,
    until: Math.floor(until / 1000),
    viewer,
  })

  return { after, home: `${url}${before}${folder}` }
}
