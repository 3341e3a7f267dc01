import { createHmac } from 'node:crypto'

import { deriveSecret } from '@/secrets'

/**
 * What is kept of the name by which better-auth finds a token: an HMAC of the whole of it. No prefix stays, since better-auth also looks for
 * a name as it is given, and whoever read the table could give what stands there.
 */
export const keptName = ({ name, tenant }: { name: string; tenant: string }): string =>
  createHmac('sha256', deriveSecret({ purpose: `verifications:${tenant}` }))
    .update(name)
    .digest('base64url')
