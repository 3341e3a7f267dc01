import { isLocale } from '@/domain/tenancy/locales'
import { manifestOf } from '@/domain/tenancy/manifest'
import { schoolFor } from '@/site'

export const dynamic = 'force-static'

export const generateStaticParams = () => []

type Props = { params: Promise<{ locale: string; tenant: string }> }

/** GET /manifest.webmanifest: what a phone keeps of a school on its home screen. Next would take a route of that name for a file of its own. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { locale: asked, tenant } = await params
  const locale = isLocale(asked) ? asked : 'en'
  const { name, brand, tagline } = await schoolFor({ locale, tenant })
  const manifest = manifestOf({ name, accent: brand.accent, locale, tagline })

  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })
}
