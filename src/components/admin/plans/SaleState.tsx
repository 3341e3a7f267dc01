import { sellsPlans } from '@/operations/tenancy/syncPlan'

import { SaleStatus } from './SaleStatus'

/** How the plan stands at the platform's provider; nothing where there is none. */
export const SaleState = () => (sellsPlans() ? <SaleStatus /> : null)
