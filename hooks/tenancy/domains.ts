import type { FieldHook } from 'payload'

import { ValidationError } from 'payload'

import { bareHost } from '@/domain/tenancy/hosts'
import { env } from '@/env'

/** A school cannot claim the platform's own name, nor any sub-domain of it: those belong to slugs. */
export const refusePlatformHosts: FieldHook = ({ value }) => {
  if (typeof value !== 'string') {
    return value
  }
  const host = bareHost(value)
  const root = env().ROOT_DOMAIN
  if (host === root || host.endsWith(`.${root}`)) {
    throw new ValidationError({
      collection: 'domains',
      errors: [
        { message: 'Names under the platform’s own domain cannot be claimed.', path: 'host' },
      ],
    })
  }

  return host
}
