import { withPayload } from '@payloadcms/next/withPayload'
import createNextIntlPlugin from 'next-intl/plugin'

const withIntl = createNextIntlPlugin('./src/i18n/request.ts')

/** Headers of every answer; a page that needs more adds to them. */
const SECURITY_HEADERS = [
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
]

/** @type {import('next').NextConfig} */
const config = {
  allowedDevOrigins: ['*.localhost'],
  cacheHandler: process.env.REDIS_URL
    ? new URL('./scripts/cache/redis.mjs', import.meta.url).pathname
    : undefined,
  headers: async () => [{ headers: SECURITY_HEADERS, source: '/(.*)' }],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` types the whole tree, tests included; a build need not do it again.
  serverExternalPackages: ['@react-pdf/renderer', 'better-auth', 'pg', 'pg-boss'],
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(withIntl(config), { devBundleServerPackages: false })
