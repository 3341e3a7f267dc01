import { createHash } from 'node:crypto'

import type { Origins } from '@/domain/pages/contentSecurity'

import { pagePolicy } from '@/domain/pages/contentSecurity'
import { LOCALE_SCRIPT } from '@/domain/pages/localeScript'
import { isReactsData } from '@/domain/pages/reactsData'
import { SPECULATION } from '@/domain/pages/speculation'
import { OFFLINE_SCRIPT } from '@/domain/tenancy/offlineWorker'
import { plainPath } from '@/domain/tenancy/locales'
import { THEME_SCRIPT } from '@/domain/tenancy/theme/choice'
import { env } from '@/env'

const hashOf = (script: string): string =>
  `sha256-${createHash('sha256').update(script).digest('base64')}`

/** The scripts of ours that stand in pages themselves, each the same for everybody. */
const OURS = [THEME_SCRIPT, LOCALE_SCRIPT, OFFLINE_SCRIPT, SPECULATION].map(hashOf)

const originOf = (address: string | undefined): string[] =>
  address ? [new URL(address).origin] : []

const read = (): Origins => {
  const { BUNNY_API_BASE, CDN_URL, MUX_API_BASE, PADDLE_API_BASE, PUBLIC_PORT, ...rest } = env()
  const { PORT, PUBLIC_PROTOCOL, ROOT_DOMAIN, S3_ENDPOINT, STREAM_CDN_URL, VIMEO_API_BASE } = rest
  const port = PUBLIC_PORT ?? (ROOT_DOMAIN === 'localhost' ? PORT : undefined)
  const films = [BUNNY_API_BASE, MUX_API_BASE, S3_ENDPOINT, STREAM_CDN_URL, VIMEO_API_BASE]

  return {
    cdn: originOf(CDN_URL)[0],
    films: films.flatMap(originOf),
    packages: `${PUBLIC_PROTOCOL}://*.packages.${ROOT_DOMAIN}${port ? `:${port}` : ''}`,
    paddle: PADDLE_API_BASE,
  }
}

let origins: Origins | undefined

/** Scripts that stand in a page itself, and what says how they are to be taken. */
const INLINE = /<script\b([^>]*)>([\s\S]*?)<\/script>/g

/** The data that React begins with, by its hashes: of what is data and nothing else, so that a script which found its way into a page is none of it. */
const dataIn = (html: string): string[] =>
  [...html.matchAll(INLINE)].flatMap(([, signs = '', text = '']) =>
    !/\bsrc=/.test(signs) && isReactsData(text) ? [hashOf(text)] : [],
  )

/**
 * The policy of the page at a `path` of a `host`: of a page that was made for all its readers by its `html`, of one that is rendered for
 * this request by the `nonce` that Next was given.
 */
export const policyOf = ({
  host = '',
  html = '',
  nonce,
  path,
}: {
  host?: string
  html?: string
  nonce?: string
  path: string
}): string =>
  pagePolicy({
    hashes: [...OURS, ...dataIn(html)],
    host,
    nonce,
    origins: (origins ??= read()),
    path: plainPath(path),
  })
