import type { PayloadRequest } from 'payload'

import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'
import { schoolOf } from '@/operations/tenancy/school'

/** Where the caller is now, so that they come back from elsewhere to the host on which they are signed in. */
export const originHere = async (req: PayloadRequest, tenant: string): Promise<string> => {
  const host = bareHost(req.headers.get('host') ?? '')
  const school = host ? null : await schoolOf({ req, tenant })

  return school?.origin ?? originOf(host)
}
