import type { Permission } from './areas'
import type { Caller, Rule } from './grants'

import { permissionFor, permissionOn, PERMISSIONS, permits } from './areas'
import { COLLECTION_RULES } from './collections'
import { ENDPOINT_RULES } from './endpoints'

const READING = ['count', 'read', 'readVersions']

type Reach = { name: string; permission: Permission; rule: Rule }

/** Every row of the matrix that a permission reaches. */
const REACHES: readonly Reach[] = [
  ...Object.entries(COLLECTION_RULES).flatMap(([slug, rules]) =>
    Object.entries(rules).flatMap(([operation, rule]) => {
      const permission = permissionOn(slug, READING.includes(operation) ? 'read' : 'write')

      return permission ? [{ name: `${slug} ${operation}`, permission, rule }] : []
    }),
  ),
  ...Object.entries(ENDPOINT_RULES).flatMap(([name, rule]) => {
    const [method = '', path = ''] = name.split(' ')
    const permission = permissionFor(method, path)

    return permission ? [{ name, permission, rule }] : []
  }),
]

/** What a permission reaches of that which administrators may and learners may not, by its names in the matrix. */
export const reachesOf = (permission: Permission): string[] =>
  REACHES.filter((one) => one.permission === permission && isMore(one.rule, 'admin')).map(
    ({ name }) => name,
  )

/** Whether a role may what others may not. */
const isMore = ({ allowed = [] }: Rule, role: Caller): boolean =>
  allowed.includes(role) && !allowed.includes('student')

/** The permissions that roles have: those by which they may anything that a learner may not. */
export const permissionsOf = (roles: readonly string[]): Permission[] => {
  const given = new Set(
    REACHES.filter(({ rule }) => roles.some((role) => isMore(rule, role as Caller))).map(
      ({ permission }) => permission,
    ),
  )

  return PERMISSIONS.filter((one) => permits([...given], one))
}
