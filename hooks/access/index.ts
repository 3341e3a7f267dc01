import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

import type { Role } from '@/domain/identity/roles'

import { AUTHORS, MANAGERS, STAFF } from '@/domain/identity/roles'

import { reachesNow } from './acting'

/*
 * Who may do what: every access rule of the platform. A rule answers "who?"; the school is not its
 * business, since row-level security shows a request on a school's host that school's rows alone.
 */

type Person = {
  id: string
  /** From a role of the school's own. */
  permissions?: null | readonly string[]
  roles?: null | readonly string[]
  teaches?: boolean
}

const personOf = ({ user }: { user: PayloadRequest['user'] }): null | Person => user

/** Whether the signed-in person holds any of the roles, in person and not by permissions. */
export const hasRole = (req: Pick<PayloadRequest, 'user'>, roles: readonly Role[]): boolean => {
  const held = personOf(req)?.roles ?? []

  return roles.some((role) => held.includes(role))
}

/**
 * Whether the signed-in person holds any of the roles; where a permission of a role of the school's own reaches what is
 * being done, they are an administrator to it.
 */
export const holds = (req: Pick<PayloadRequest, 'user'>, roles: readonly Role[]): boolean =>
  hasRole(req, roles) || (roles.includes('admin') && reachesNow(personOf(req)?.permissions))

/** Whether somebody acts who works in the school, in a role of ours or of its own, or for the platform. */
export const worksHere = (req: Pick<PayloadRequest, 'user'>): boolean =>
  hasRole(req, [...STAFF, 'superAdmin']) || (personOf(req)?.permissions ?? []).length > 0

export const PUBLISHED: Where = { _status: { equals: 'published' } }

/** Whoever may not write a row may not take it out of the trash, and so does not see it there. */
export const KEPT: Where = { deletedAt: { exists: false } }

export const both = (...and: Where[]): Where => ({ and })

export const anyone: Access = () => true

export const nobody: Access = () => false

/** Staff of the platform, on the platform's own host. */
export const platformStaff: Access = ({ req }) => holds(req, ['superAdmin'])

/** Whoever works in the school, rather than learns in it. */
export const tenantStaff: Access = ({ req }) => holds(req, [...STAFF, 'superAdmin'])

/** Whether the signed-in person is an owner or an admin of the school, or staff of the platform. */
export const isManager = (req: Pick<PayloadRequest, 'user'>): boolean =>
  holds(req, [...MANAGERS, 'superAdmin'])

/** Whether the signed-in person is an owner of the school: whoever decides what it pays. */
export const isOwner = (req: Pick<PayloadRequest, 'user'>): boolean => holds(req, ['owner'])

/** Owners: who works in the school, and how far their work reaches. */
export const owners: Access = ({ req }) => hasRole(req, ['owner', 'superAdmin'])

/** Owners and admins: what the school sells, to whom, and how it looks. */
export const managers: Access = ({ req }) => isManager(req)

/** Owners, admins and instructors: courses, lessons, pages and their media. */
export const authors: Access = ({ req }) => holds(req, [...AUTHORS, 'superAdmin'])

/** Published rows, for anybody. */
export const published: Access = () => PUBLISHED

/** Rows that are not in the trash, of collections that have one; for anybody. */
export const kept: Access = () => KEPT

/** Published rows that are not in the trash, of collections that have one; for anybody. */
export const publishedAndKept: Access = () => both(PUBLISHED, KEPT)

/** The signed-in person's own rows; `field` is the relationship that says whose a row is. */
export const owner =
  (field: string): Access =>
  ({ req }) =>
    req.user ? { [field]: { equals: req.user.id } } : false

/** Grants what any of the rules grants. */
export const anyOf =
  (...rules: Access[]): Access =>
  async (args) => {
    const granted: Where[] = []
    for (const rule of rules) {
      const answer = await rule(args)
      if (answer === true) {
        return true
      }
      granted.push(...(answer ? [answer] : []))
    }

    return granted.length > 0 && { or: granted }
  }

/** Grants what the rule grants, to those who work in the school. */
export const staffAnd =
  (rule: Access): Access =>
  (args) =>
    staffOnly(args) && rule(args)

/** Who may open the admin panel: whoever works in the school, or teaches in it by invitation. */
export const staffOnly = ({ req }: { req: PayloadRequest }): boolean =>
  holds(req, [...STAFF, 'superAdmin']) ||
  Boolean(personOf(req)?.teaches) ||
  Boolean(personOf(req)?.permissions?.length)

/** What owners alone change of an account. */
export const ownerField: FieldAccess = ({ req }) => hasRole(req, ['owner', 'superAdmin'])

export const platformField: FieldAccess = ({ req }) => holds(req, ['superAdmin'])

export const managerField: FieldAccess = ({ req }) => isManager(req)

/** Rows that machines write: the API may read them by `read`, and never write. */
export const machineWritten = (read: Access) => ({
  admin: staffOnly,
  create: nobody,
  delete: nobody,
  read,
  readVersions: nobody,
  unlock: nobody,
  update: nobody,
})

/** Content that `write` may write and `read` may read; its versions are for those who write. */
export const authored = ({ read, write }: { read: Access; write: Access }) => ({
  admin: staffOnly,
  create: write,
  delete: write,
  read,
  readVersions: write,
  unlock: nobody,
  update: write,
})

/** Files marked as public, for everybody. */
export const publicFiles: Access = () => ({ isPublic: { equals: true } })

/** Published lessons marked as preview, for everybody. */
export const previewLessons: Access = () => both({ isPreview: { equals: true } }, PUBLISHED, KEPT)
