import { createHash } from 'node:crypto'

import type { KeyRate } from '@/domain/identity/apiKeys'
import type { CountedBy } from '@/domain/identity/requestLimits'

import { sessionToken } from '@/adapters/auth/instance'
import { bearerOf } from '@/adapters/auth/tokens'
import { rateOfKey } from '@/database/keyRates'
import { KEY_PREFIX } from '@/domain/identity/apiKeys'
import { apiMost, REQUEST_LIMITS } from '@/domain/identity/requestLimits'
import { bareHost } from '@/domain/tenancy/hosts'
import { originOf } from '@/operations/tenancy/origins'

import type { Asked } from './asked'

import { headersOf } from './incoming'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Whom a request names as its caller; what the name is worth is found out later, by whoever answers. */
const callerOf = ({ request, tenant }: Asked): null | string => {
  const headers = headersOf(request)
  const origin = originOf(bareHost(request.headers.host ?? ''))
  const token = sessionToken({ headers, origin, tenant: tenant.id }) ?? bearerOf(headers)

  return token && hashOf(token)
}

/** The class of the key that a request comes with; null where it comes with none that is known here, or the database does not say. */
const rateOf = async ({ request, tenant }: Asked): Promise<KeyRate | null> => {
  const key = bearerOf(headersOf(request))

  return key?.startsWith(KEY_PREFIX)
    ? rateOfKey({ key, tenant: tenant.id }).catch(() => null)
    : null
}

/** A request, as limits look at it. */
export const limited = ({ path, request }: Asked) => {
  const { headers, method = 'GET', url = '' } = request

  return {
    hasToken: headers.authorization !== undefined,
    isSearch: /[?&]q=[^&]/.test(url) && /(?:^|\/)(?:courses|search)$/.test(path),
    method,
    path,
  }
}

/** The windows in which a request is to be counted. */
export const windowsOf = async (asked: Asked) => {
  const { address, request, tenant } = asked
  const hasToken = request.headers.authorization !== undefined
  const limits = REQUEST_LIMITS.filter(({ of }) => of(limited(asked)))
  if (limits.length === 0) {
    return []
  }
  const names: Record<CountedBy, null | string> = {
    address,
    caller: callerOf(asked),
    school: 'all',
  }

  const rate = hasToken ? await rateOf(asked) : null

  return limits.flatMap(({ name, most, seconds }) =>
    (['address', 'caller', 'school'] as const).flatMap((by) => {
      const all =
        name === 'api' && by === 'caller' ? apiMost({ plan: tenant.apiRequests, rate }) : most[by]

      return all === undefined || names[by] === null
        ? []
        : [{ name, key: `${tenant.id} ${name} ${by} ${names[by]}`, most: all, seconds }]
    }),
  )
}
