import type { NumberFieldServerProps } from 'payload'

import { createLocalReq } from 'payload'

import type { LimitName } from '@/domain/tenancy/limits'

import { inUnits } from '@/domain/tenancy/limits'
import { askOf, usageOf } from '@/operations/tenancy/limits'

import { LimitBar } from './LimitBar'
import { LIMITS } from '@/operations/analytics/limits'

/**
 * How much of a limit a school has used, beneath the field that holds it, and so for that field's
 * readers alone; nothing for a school that is yet to be made.
 */
export const LimitUsage = async ({ id, field, path, payload, user }: NumberFieldServerProps) => {
  if (!id) {
    return null
  }
  const limit = field.name as LimitName
  const req = await createLocalReq({ user }, payload)
  const { used } = await usageOf({ ask: askOf(req), limit: LIMITS[limit], tenant: String(id) })

  return <LimitBar limit={limit} path={path} used={inUnits({ limit, used })} />
}
