import { robotsTxt } from '@/domain/pages/siteFiles'
import { currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ tenant: string }> }

/** GET /robots.txt: what crawlers may read of a school, and where its sitemap is. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { origin } = await currentSchool((await params).tenant)

  return new Response(robotsTxt(`${origin}/sitemap.xml`), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
