import type { Endpoint } from 'payload'

import { tenantOfHost } from '@/database/hosts'

/**
 * GET /api/domains/allowed?domain=: asked by Caddy before it gets a certificate on demand. 200 when
 * the name leads to a school or to the platform, else 404.
 */
export const domainAllowed: Endpoint = {
  handler: async (req) => {
    const tenant = await tenantOfHost(req.searchParams.get('domain') ?? '')

    return new Response(null, { status: tenant ? 200 : 404 })
  },
  method: 'get',
  path: '/domains/allowed',
}
