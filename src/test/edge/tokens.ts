import { createHmac } from 'node:crypto'

/** What a network was told: its way of checking tokens, and their key. */
export type EdgeRules = {
  key: string
  now?: () => number
  provider: 'bunny' | 'cloudflare' | 'fastly'
}

type Verdict = { isAllowed: boolean; path: string }

const mac = (key: string, said: string): Buffer => createHmac('sha256', key).update(said).digest()

/** Bunny, advanced token authentication with the token in the path: `HS256-` over signed path, end, and parameters in the order of their names. */
const bunny = (url: string, key: string, now: number): Verdict => {
  const [, token = '', rest = ''] = /^\/([^/]*)(\/.*)$/.exec(url.split('?')[0] ?? '') ?? []
  const given = new URLSearchParams(token)
  const [folder, ends] = [given.get('token_path') ?? '', given.get('expires') ?? '']
  const viewer = given.get('viewer') ?? ''
  const said = `token_path=${folder}&viewer=${viewer}`
  const right = mac(key, `${folder}${ends}${said}`).toString('base64')
  const wanted = `HS256-${right.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`

  return {
    isAllowed:
      folder !== '' &&
      given.get('bcdn_token') === wanted &&
      Number(ends) > now &&
      rest.startsWith(folder),
    path: rest,
  }
}

/**
 * Cloudflare's `is_timed_hmac_valid_v0(key, concat(substring(http.request.uri.path, 0, 121), http.request.uri.args["viewer"][0],
 * http.request.uri.args["verify"][0]), 600, http.request.timestamp.sec)`: the mac is over the message and the seconds at which it was made.
 */
const cloudflare = (url: string, key: string, now: number): Verdict => {
  const [path = '', query = ''] = url.split('?')
  const [, viewer = '', made = '', given = ''] =
    /^viewer=([^&]*)&verify=(\d{10})-(.+)$/.exec(query) ?? []
  const right = encodeURIComponent(mac(key, path.slice(0, 121) + viewer + made).toString('base64'))

  return {
    isAllowed: given === right && now >= Number(made) && now <= Number(made) + 600,
    path,
  }
}

/** Fastly: VCL that takes the folder off the path, compares `digest.hmac_sha256(key, folder viewer end)`, and looks at the clock. */
const fastly = (url: string, key: string, now: number): Verdict => {
  const [path = '', query = ''] = url.split('?')
  const [folder = ''] = /^\/api\/edge\/[^/]+\/[^/]+\/[^/]+\//.exec(path) ?? []
  const [, viewer = '', ends = '', given = ''] =
    /^viewer=([\da-f-]{36})&token=(\d{10})_([\da-f]{64})$/.exec(query) ?? []

  return {
    isAllowed: given === mac(key, folder + viewer + ends).toString('hex') && now < Number(ends),
    path,
  }
}

const CHECKS = { bunny, cloudflare, fastly }

/** Whether an address may be answered, and with what lies under which path. */
export const verdictOf = (url: string, { key, now = Date.now, provider }: EdgeRules): Verdict =>
  CHECKS[provider](url, key, Math.floor(now() / 1000))
