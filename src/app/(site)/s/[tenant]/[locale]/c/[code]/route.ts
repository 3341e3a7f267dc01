import { notFound, redirect } from 'next/navigation'

import { shortLinkTo } from '@/operations/pages/shortLinks'
import { asVisitor } from '@/request'

type Props = { params: Promise<{ code: string; tenant: string }> }

export const dynamic = 'force-dynamic'

/** GET /c/:code: sends whoever follows a short link on to the course or the certificate (307); 404 for none. */
export const GET = async (_: Request, { params }: Props): Promise<Response> => {
  const { code, tenant } = await params
  const to = await asVisitor(tenant, (req) => shortLinkTo({ code, req }))

  return to === null ? notFound() : redirect(to)
}
