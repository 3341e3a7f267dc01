import type { PayloadRequest } from 'payload'

import type { Permission } from '@/domain/identity/permissions/areas'

import { permissionsOf } from '@/domain/identity/permissions/held'

type Person = null | { roles?: null | readonly string[] }

/** The permissions of whoever asks. */
export const permissionsHeldBy = ({ user }: Pick<PayloadRequest, 'user'>): Permission[] =>
  permissionsOf((user as Person)?.roles ?? [])
