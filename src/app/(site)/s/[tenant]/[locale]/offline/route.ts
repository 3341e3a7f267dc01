import { pageParams } from '@/components/shell/pageProps'
import { offlinePage } from '@/operations/tenancy/offlinePage'
import { schoolFor } from '@/site'

type Props = { params: Promise<{ locale: string; tenant: string }> }

/** Rendered when first asked for, and kept until something changes. */
export const dynamic = 'force-static'

export const generateStaticParams = () => []

/** The page that a browser shows in the place of others while it has no network. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { locale, tenant } = await pageParams(params)

  return new Response(offlinePage(await schoolFor({ locale, tenant }), locale), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Robots-Tag': 'noindex' },
  })
}
