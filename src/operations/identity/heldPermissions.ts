import type { PayloadRequest } from 'payload'

import type { Permission } from '@/domain/identity/permissions/areas'

import { PERMISSIONS, permits } from '@/domain/identity/permissions/areas'
import { permissionsOf } from '@/domain/identity/permissions/held'

type Person = null | { permissions?: null | readonly string[]; roles?: null | readonly string[] }

/** The permissions of whoever asks, from built-in roles and from one of the school's own. */
export const permissionsHeldBy = ({ user }: Pick<PayloadRequest, 'user'>): Permission[] => {
  const { permissions, roles } = (user as Person) ?? {}
  const given = [...permissionsOf(roles ?? []), ...(permissions ?? [])]

  return PERMISSIONS.filter((one) => permits(given, one))
}
