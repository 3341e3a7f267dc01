import type {
  CollectionAfterLogoutHook,
  CollectionBeforeChangeHook,
  CollectionRefreshHook,
  FieldHook,
} from 'payload'

import { Forbidden, ValidationError } from 'payload'

import { tenantOfHost } from '@/database/hosts'
import { MANAGERS } from '@/domain/identity/roles'
import { accountLimit, staffLimit } from '@/operations/identity/accountLimit'
import { authFor } from '@/operations/identity/auth'
import { holds } from '@hooks/access'
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

/** Nobody hands out a role above their own: owners are made by owners, platform staff by platform staff. */
export const guardRoles: FieldHook = ({ originalDoc, req, value }) => {
  const before = (originalDoc as { roles?: string[] } | undefined)?.roles ?? []
  const changed = [...((value ?? []) as string[]), ...before].filter(
    (role) => before.includes(role) !== ((value ?? []) as string[]).includes(role),
  )
  const refused =
    req.user &&
    ((changed.includes('superAdmin') && !holds(req, ['superAdmin'])) ||
      (changed.includes('owner') && !holds(req, ['owner', 'superAdmin'])) ||
      (changed.length > 0 && !holds(req, [...MANAGERS, 'superAdmin'])))
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
 * An owner's account is changed by owners and the platform's staff alone: whoever could set its
 * address could ask for a new password there, and be the owner.
 */
export const guardOwners: CollectionBeforeChangeHook<{ id: string; roles?: null | string[] }> = ({
  data,
  originalDoc,
  req,
}) => {
  const isOwners = originalDoc?.roles?.includes('owner')
  if (isOwners && req.user && !holds(req, ['owner', 'superAdmin'])) {
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
