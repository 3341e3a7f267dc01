import type { PayloadRequest } from 'payload'

import type { Permission } from '@/domain/identity/permissions/areas'

import { STAFF } from '@/domain/identity/roles'
import { holds, isManager } from '@hooks/access'

import type { KeyView } from './apiKeys'

import { keysSeenBy } from './apiKeys'
import { permissionsHeldBy } from './heldPermissions'

/** The keys that whoever asks sees, and the permissions that a key of theirs may have; null for whoever does not work in the school. */
export const keyDesk = async ({
  req,
  tenant,
}: {
  req: PayloadRequest
  tenant: string
}): Promise<{ keys: KeyView[]; permissions: Permission[] } | null> =>
  holds(req, STAFF)
    ? {
        keys: await keysSeenBy({ isManager: isManager(req), req, tenant }),
        permissions: permissionsHeldBy(req),
      }
    : null
