import { notFound, redirect } from 'next/navigation'

import { resumeCheckout } from '@/operations/commerce/resumeCheckout'
import { asVisitor } from '@/request'

type Props = { params: Promise<{ id: string; tenant: string }> }

export const dynamic = 'force-dynamic'

/** GET /checkout/resume/:id?key=: sends whoever follows the link of a reminder on to the checkout as it was left (307); 404 for none. */
export const GET = async ({ url }: Request, { params }: Props): Promise<Response> => {
  const { id, tenant } = await params
  const key = new URL(url).searchParams.get('key')
  const to = await asVisitor(tenant, (req) =>
    resumeCheckout({ checkout: id, key, now: new Date(), req, tenant }),
  )

  return to === null ? notFound() : redirect(to)
}
