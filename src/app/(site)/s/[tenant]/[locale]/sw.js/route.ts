import { pageParams } from '@/components/shell/pageProps'
import { offlineWorker } from '@/domain/tenancy/offlineWorker'
import { offlinePage } from '@/operations/tenancy/offlinePage'
import { schoolFor } from '@/site'

import { createHash } from 'node:crypto'

type Props = { params: Promise<{ locale: string; tenant: string }> }

/** Rendered when first asked for, and kept until something changes. */
export const dynamic = 'force-static'

export const generateStaticParams = () => []

/** The service worker of a school's pages: another one whenever the page that it keeps is another. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { locale, tenant } = await pageParams(params)
  const page = offlinePage(await schoolFor({ locale, tenant }), locale)
  const digest = createHash('sha256').update(page).digest('base64url').slice(0, 16)

  return new Response(offlineWorker(digest), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  })
}
