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
}

type Signed = { after: string; before: string }

/** Leave for all files of a folder, each as the network of that name checks it. */
export const SIGNING: Record<'bunny' | 'cloudflare' | 'fastly', (signing: Signing) => Signed> = {
  /** A directory token in the path. */
  bunny: (signing) => ({ after: '', before: `/${pathToken(signing)}` }),
  /** `verify=<made>-<mac>` for a rule with `is_timed_hmac_valid_v0` over the folder: the mac, HMAC-SHA-256 in base64, is of folder and time. */
  cloudflare: ({ folder, key, until }) => {
    const made = until - TIMED_FOR
    const mac = createHmac('sha256', key).update(`${folder}${made}`).digest('base64')

    return { after: `?verify=${made}-${encodeURIComponent(mac)}`, before: '' }
  },
  /** `token=<end>_<mac>` for VCL with `digest.hmac_sha256` over folder and end, in hexadecimal digits. */
  fastly: ({ folder, key, until }) => {
    const mac = createHmac('sha256', key).update(`${folder}${until}`).digest('hex')

    return { after: `?token=${until}_${mac}`, before: '' }
  },
}

/** Where a folder of segments is found at the network that the environment names, until `until`, in ms; null without one. */
export const edgeLeave = ({
  folder,
  until,
}: {
  folder: string
  until: number
}): EdgeLeave | null => {
  const { STREAM_CDN_KEY: key = '', STREAM_CDN_PROVIDER: provider, STREAM_CDN_URL: url } = env()
  if (!url || !provider) {
    return null
  }
  const { after, before } = SIGNING[provider]({ folder, key, until: Math.floor(until / 1000) })

  return { after, home: `${url}${before}${folder}` }
}
