import type { RuleCode } from '../errors'

import { RuleError } from '../errors'

/** Parts of the product that a school can do without. */
export const FEATURES = ['certificates', 'coupons', 'registration'] as const

export type Feature = (typeof FEATURES)[number]

/** Which of them a school has. */
export type Features = Record<Feature, boolean>

/** A school that has not chosen has everything. */
export const ALL_FEATURES: Features = { certificates: true, coupons: true, registration: true }

const REFUSALS: Record<Feature, RuleCode> = {
  certificates: 'certificatesOff',
  coupons: 'couponsOff',
  registration: 'registrationOff',
}

/** Throws certificatesOff, couponsOff or registrationOff where the school has switched the feature off. */
export const checkFeature = (features: Features, feature: Feature): void => {
  if (!features[feature]) {
    throw new RuleError(REFUSALS[feature])
  }
}
