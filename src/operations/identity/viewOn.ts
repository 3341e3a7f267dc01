import { sessionToken } from '@/adapters/auth/instance'
import { cookieHeader, viewCookie } from '@/adapters/auth/cookies'
import { isViewToken } from '@/adapters/auth/views'
import { systemPool } from '@/database/hosts'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

const originIn = (headers: Headers): string => originOf(bareHost(headers.get('host') ?? ''))

/** The cookie that makes a browser's requests those of a view for so many seconds, as a header. */
export const cookieOfView = (headers: Headers, value: string, seconds: number): string => {
  const origin = originIn(headers)

  return cookieHeader({ name: viewCookie(origin), maxAge: seconds, origin, value })
}

/** The cookie that ends a view in a browser, as a header. */
export const noView = (headers: Headers): string => cookieOfView(headers, '', 0)

/** The view that a request names, whether it goes on or not. */
const viewOf = (headers: Headers, tenant: string): null | string => {
  const token = sessionToken({ headers, origin: originIn(headers), tenant })

  return token && isViewToken(token) ? token : null
}

/** Ends the view that a request comes with. A request of a view writes nothing itself: this is done for the platform. */
export const endView = async (headers: Headers, tenant: string): Promise<void> => {
  await systemPool().query('delete from auth_views where token = $1 and tenant_id = $2', [
    viewOf(headers, tenant),
    tenant,
  ])
}

/** Whether the view that a request comes with goes on. */
export const isViewOn = async (headers: Headers, tenant: string): Promise<boolean> => {
  const { rowCount } = await systemPool().query(
    'select 1 from auth_views where token = $1 and tenant_id = $2 and expires_at > now()',
    [viewOf(headers, tenant), tenant],
  )

  return Boolean(rowCount)
}
