import { robotsTxt } from '@/domain/pages/siteFiles'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

/** GET /robots.txt on the platform's host. Its pages ask not to be listed, which crawlers must be able to read. */
export const GET = (): Response =>
  new Response(robotsTxt(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
