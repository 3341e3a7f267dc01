import { publicAddresses, sitemapXml } from '@/domain/pages/siteFiles'
import { publishedRows } from '@/operations/pages/publishedRows'
import { cachedForSchool, currentSchool } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ tenant: string }> }

/**
 * GET /sitemap.xml: every public address of a school, as of its last change. By the name of sitemap.xml
 * Next would take it for a file of its own, so `src/proxy.ts` leads here.
 */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { tenant } = await params
  const school = await currentSchool(tenant)
  const xml = await cachedForSchool(tenant, ['sitemap'], async (req) =>
    sitemapXml(school, publicAddresses(await publishedRows(req))),
  )

  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
