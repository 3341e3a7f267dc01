import type {
  CollectionAfterLogoutHook,
  CollectionBeforeChangeHook,
  CollectionRefreshHook,
  FieldHook,
} from 'payload'

import { Forbidden, ValidationError } from 'payload'

import type { Role } from '@/domain/identity/roles'

import { tenantOfHost } from '@/database/hosts'
import { MANAGERS, STAFF } from '@/domain/identity/roles'
import { accountLimit, staffLimit } from '@/operations/identity/accountLimit'
import { authFor } from '@/operations/identity/auth'
import { hasRole } from '@hooks/access'
import { within } from '@hooks/tenancy/limits'

/** Addresses are compared, and so kept, in lower case. */
export const lowerCase: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.trim().toLowerCase() : value

/** Payload would mint a token of its own here; the session is better-auth's alone. */
export const keepSession: CollectionRefreshHook = ({ user }) => ({
  exp: Math.floor(Date.now() / 1000) + 3600,
  refreshedToken: '',
  user,
})

/** The admin panel's "log out" ends the session in the database and takes the cookie back. */
export const endSession: CollectionAfterLogoutHook = async ({ req }) => {
  const host = req.headers.get('host') ?? ''
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    return
  }
  const answer = await authFor({ host, payload: req.payload, tenant }).api.signOut({
    asResponse: true,
    headers: req.headers,
  })
  req.responseHeaders ??= new Headers()
  for (const cookie of answer.headers.getSetCookie()) {
    req.responseHeaders.append('set-cookie', cookie)
  }
}

/** Nobody hands out a role above their own: owners are made by owners, platform staff by platform staff, and nobody by a key. */
export const guardRoles: FieldHook = ({ originalDoc, req, value }) => {
  const before = (originalDoc as { roles?: string[] } | undefined)?.roles ?? []
  // Hooks run before what was sent is looked at: anything may stand here.
  const after: readonly unknown[] = Array.isArray(value) ? value : []
  const changed = [...after, ...before].filter(
    (role) => (before as unknown[]).includes(role) !== after.includes(role),
  )
  // Everybody begins as a student.
  const isUsual = !originalDoc && changed.every((role) => role === 'student')
  const comesWithKey = changed.length > 0 && Boolean((req.user as null | { key?: object })?.key)
  const refused =
    req.user &&
    (comesWithKey ||
      (changed.includes('superAdmin') && !hasRole(req, ['superAdmin'])) ||
      (changed.includes('owner') && !hasRole(req, ['owner', 'superAdmin'])) ||
      (changed.length > 0 && !isUsual && !hasRole(req, [...MANAGERS, 'superAdmin'])))
  if (refused) {
    throw new ValidationError({
      collection: 'users',
      errors: [{ message: 'This role is not yours to give or take.', path: 'roles' }],
    })
  }

  return value
}

/** Lets a school have as many accounts as its limit says. */
export const keepWithinAccounts = within(accountLimit)

/** And as many of them for staff as its limit for those says. */
export const keepWithinStaff = within(staffLimit)

/**
 * An owner's account is changed by owners and the platform's staff alone, and that of others who work in the school
 * by its managers in person: whoever could set an address could ask for a new password there, and be them.
 */
export const guardOwners: CollectionBeforeChangeHook<{
  customRole?: unknown
  id: string
  roles?: null | string[]
}> = ({ data, originalDoc, req }) => {
  const { customRole, roles } = originalDoc ?? {}
  const isStaffs = Boolean(customRole) || STAFF.some((role) => roles?.includes(role))
  const may = (...those: Role[]) => !req.user || hasRole(req, [...those, 'superAdmin'])
  if ((roles?.includes('owner') && !may('owner')) || (isStaffs && !may(...MANAGERS))) {
    throw new Forbidden(req.t)
  }

  return data
}

/** An erased account stays as it is, and only its owner's wish makes one: never a hand in the admin. */
export const guardErased: CollectionBeforeChangeHook<{ id: string; status?: string }> = ({
  data,
  originalDoc,
  req,
}) => {
  if (originalDoc?.status === 'erased' || data.status === 'erased') {
    throw new Forbidden(req.t)
  }

  return data
}
