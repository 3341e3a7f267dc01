import { ownPlan } from '@endpoints/analytics/plan'

import { domain } from './support/domain'

export const analytics = domain({ endpoints: [ownPlan] })
