import { Domains } from '@collections/tenancy/Domains'
import { GatewayPlans } from '@collections/tenancy/GatewayPlans'
import { Plans } from '@collections/tenancy/Plans'
import { PlanSubscriptions } from '@collections/tenancy/PlanSubscriptions'
import { Secrets } from '@collections/tenancy/Secrets'
import { Tenants } from '@collections/tenancy/Tenants'
import {
  checkDomainNow,
  domainAllowed,
  domainsOverview,
  makeDomainPrimary,
} from '@endpoints/tenancy/domains'
import { health } from '@endpoints/tenancy/health'
import { restoreEndpoints } from '@endpoints/tenancy/restores'
import { cancelPlan, openPlanPortal, resumePlan, subscribeToPlan } from '@endpoints/tenancy/plan'
import { backUpHourly } from '@hooks/tenancy/backups'
import { checkDomainsEveryMinute } from '@hooks/tenancy/domains'
import {
  followOnPlanSubscriptionReported,
  followPlansHourly,
} from '@hooks/tenancy/planSubscriptions'
import { syncMissedPlansHourly, syncOnPlanChanged } from '@hooks/tenancy/planSales'
import {
  revalidatePagesOnContentChanged,
  revalidatePagesOnRatesChanged,
} from '@hooks/tenancy/pages'
import { resealNightly } from '@hooks/tenancy/reseal'
import { restoreOnSchoolRestoreAsked } from '@hooks/tenancy/restores'
import { emptyTrashNightly } from '@hooks/tenancy/trash'

import { domain } from './support/domain'

export const tenancy = domain({
  collections: [Tenants, Domains, Secrets, Plans, PlanSubscriptions, GatewayPlans],
  endpoints: [
    cancelPlan,
    checkDomainNow,
    domainAllowed,
    domainsOverview,
    health,
    makeDomainPrimary,
    openPlanPortal,
    ...restoreEndpoints,
    resumePlan,
    subscribeToPlan,
  ],
  reactions: [
    followOnPlanSubscriptionReported,
    restoreOnSchoolRestoreAsked,
    revalidatePagesOnContentChanged,
    revalidatePagesOnRatesChanged,
    syncOnPlanChanged,
  ],
  tasks: [
    backUpHourly,
    checkDomainsEveryMinute,
    emptyTrashNightly,
    followPlansHourly,
    resealNightly,
    syncMissedPlansHourly,
  ],
})
