import { permissionFor, permissionOn, PERMISSIONS, permits } from './areas'
import { COLLECTION_RULES } from './collections'
import { ENDPOINT_RULES } from './endpoints'
import { permissionsOf } from './held'

describe('permissions', () => {
  it('reach every collection that a manager may write by hand', () => {
    const writable = Object.entries(COLLECTION_RULES).filter(
      ([slug, { create, update }]) =>
        !slug.startsWith('payload-') &&
        [create, update].some(({ allowed = [] }) => allowed.includes('admin')),
    )
    expect(writable.filter(([slug]) => !permissionOn(slug, 'write')).map(([slug]) => slug)).toEqual(
      [],
    )
  })

  it('reach every call that managers may make and learners may not, but those about keys, roles and who gets in', () => {
    const names = Object.entries(ENDPOINT_RULES)
      .filter(
        ([, { allowed = [], own = [] }]) =>
          allowed.includes('admin') && ![...allowed, ...own].includes('student'),
      )
      .filter(([name]) => {
        const [method = '', path = ''] = name.split(' ')

        return !permissionFor(method, path)
      })
      .map(([name]) => name)
    expect(names).toEqual(NOBODYS)
  })

  it.each([
    ['GET', '/account', undefined],
    ['POST', '/account/email', undefined],
    ['POST', '/checkout', undefined],
    ['POST', '/progress/watched', undefined],
    ['POST', '/courses/:id/reviews', undefined],
    ['GET', '/courses/:id/roster', 'learners.read'],
    ['POST', '/courses/:id/clone', 'courses.write'],
    ['POST', '/orders/:id/refunds', 'sales.write'],
    ['GET', '/finance/transactions', 'sales.read'],
  ])('for %s %s are %s', (method, path, permission) => {
    expect(permissionFor(method, path)).toBe(permission)
  })

  it('to change let read too, and not the other way round', () => {
    expect(permits(['sales.write'], 'sales.read')).toBe(true)
    expect(permits(['sales.read'], 'sales.write')).toBe(false)
    expect(permits(['courses.write'], 'sales.read')).toBe(false)
  })

  it('are all an owner’s, none a learner’s, and those of their work others’', () => {
    expect(permissionsOf(['owner'])).toEqual(PERMISSIONS)
    expect(permissionsOf(['student'])).toEqual([])
    expect(permissionsOf(['affiliate'])).toEqual([])
    expect(permissionsOf(['instructor'])).toContain('courses.write')
    expect(permissionsOf(['support'])).not.toContain('courses.write')
    expect(permissionsOf(['support', 'instructor'])).toContain('courses.write')
  })
})

/** What no permission gives, and a role alone does. */
const NOBODYS = [
  'GET /keys',
  'GET /people-jobs/:id/report',
  'GET /people-jobs/:id/result.csv',
  'POST /keys',
  'POST /keys/:id/revoke',
  'POST /people-imports/:key',
  'POST /people-jobs/:id/start',
  'POST /people-jobs/begin',
  'POST /people/:id/status',
  'POST /users/:id/second-factor/reset',
]
