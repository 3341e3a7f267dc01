import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { Feature, Features } from '@/domain/tenancy/features'

import { row } from '@/database/transaction'
import { ALL_FEATURES, checkFeature } from '@/domain/tenancy/features'

/** What the school has, as `Features` names it: switched on in `tenants t`, and included in its plan. */
export const FEATURE_COLUMNS = sql`json_build_object(
  'certificates', t.settings_features_certificates is not false and t.settings_included_certificates is not false,
  'coupons', t.settings_features_coupons is not false and t.settings_included_coupons is not false,
  'registration', t.settings_features_registration is not false)`

/** Throws `<feature>Off` where the school has switched it off; as its row says now, whatever is cached. */
export const requireFeature = async ({
  feature,
  req,
  tenant,
}: {
  feature: Feature
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const found = await row<{ features: Features }>(
    req,
    sql`select ${FEATURE_COLUMNS} as features from tenants t where t.id = ${tenant}`,
  )
  checkFeature(found?.features ?? ALL_FEATURES, feature)
}
