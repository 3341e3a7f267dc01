import { readFileSync } from 'node:fs'

import { withPayload } from '@payloadcms/next/withPayload'
import createNextIntlPlugin from 'next-intl/plugin'

const withIntl = createNextIntlPlugin('./src/i18n/request.ts')

/** What the accessibility statement says of the build itself. */
const audited = {
  AUDIT_TOOL: JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))
    .devDependencies['axe-core'],
  AUDITED_ON: new Date().toISOString().slice(0, 10),
}

const { CDN_URL } = process.env

/** Pages of every school use fonts that a CDN brings from its own host. */
const fromAnywhere = {
  headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],
  source: '/_next/static/:path*',
}

/** @type {import('next').NextConfig} */
const config = {
  allowedDevOrigins: ['*.localhost'],
  // Scripts, styles and fonts, whose names change with their content.
  assetPrefix: CDN_URL ? new URL(CDN_URL).origin : undefined,
  // A process for flooded schools is told of no change of theirs: it keeps no pages.
  cacheHandler:
    process.env.REDIS_URL || process.env.LECTERN_STANDBY
      ? new URL('./scripts/cache/redis.mjs', import.meta.url).pathname
      : undefined,
  env: audited,
  // A browser keeps a page it has visited no longer than this; what changed is live within a minute.
  experimental: { staleTimes: { static: 30 } },
  headers: async () => [fromAnywhere],
  // Pages are sent whole, with their names and icons in the head: what comes later is put there by a script, which no policy names.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` types the whole tree, tests included; a build need not do it again.
  serverExternalPackages: ['@react-pdf/renderer', 'better-auth', 'pg', 'pg-boss'],
  // A font imported by code is its address, under the name that its content gives it.
  turbopack: { rules: { '*.woff2': { type: 'asset' } } },
  typescript: { ignoreBuildErrors: true },
}

/** @type {import('next').NextConfig & { headers: NonNullable<import('next').NextConfig['headers']> }} */
const built = withPayload(withIntl(config), { devBundleServerPackages: false })

/** Payload asks browsers which theme they prefer, and has them come again to say so; only its admin wants to know. */
const headers = async () =>
  (await built.headers()).map((one) =>
    one.headers.some(({ key }) => key === 'Critical-CH')
      ? { ...one, source: '/admin/:path*' }
      : one,
  )

export default { ...built, headers }
