import { revalidateTag } from 'next/cache'
import { after } from 'next/server'

import { schoolTag, schoolToRevalidate, tellPagesChanged } from '@/adapters/cache/revalidate'

/** POST /internal/revalidate: the worker's signed word that a school's public pages are out of date. */
export const POST = async (request: Request): Promise<Response> => {
  const tenant = schoolToRevalidate(await request.json().catch(() => null))
  if (!tenant) {
    return Response.json({ code: 'badSignature' }, { status: 403 })
  }
  revalidateTag(schoolTag(tenant), { expire: 0 })
  after(() => tellPagesChanged(tenant))

  return Response.json({ revalidated: true })
}
