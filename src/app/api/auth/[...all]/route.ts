import config from '@payload-config'
import { getPayload } from 'payload'

import { tenantOfHost } from '@/database/hosts'
import { authFor } from '@/operations/identity/auth'

/** /api/auth/*: better-auth, as the school of the host. */
const handle = async (request: Request): Promise<Response> => {
  const host = request.headers.get('host') ?? ''
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    return Response.json({ code: 'notFound' }, { status: 404 })
  }

  return authFor({ host, payload: await getPayload({ config }), tenant }).handler(request)
}

export const GET = handle
export const POST = handle
