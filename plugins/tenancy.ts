import { Domains } from '@collections/tenancy/Domains'
import { Plans } from '@collections/tenancy/Plans'
import { Secrets } from '@collections/tenancy/Secrets'
import { Tenants } from '@collections/tenancy/Tenants'
import {
  checkDomainNow,
  domainAllowed,
  domainsOverview,
  makeDomainPrimary,
} from '@endpoints/tenancy/domains'
import { health } from '@endpoints/tenancy/health'
import { checkDomainsEveryMinute } from '@hooks/tenancy/domains'
import { syncMissedPlansHourly, syncOnPlanChanged } from '@hooks/tenancy/planSales'
import { revalidatePagesOnContentChanged } from '@hooks/tenancy/pages'
import { emptyTrashNightly } from '@hooks/tenancy/trash'

import { domain } from './support/domain'

export const tenancy = domain({
  collections: [Tenants, Domains, Secrets, Plans],
  endpoints: [checkDomainNow, domainAllowed, domainsOverview, health, makeDomainPrimary],
  reactions: [revalidatePagesOnContentChanged, syncOnPlanChanged],
  tasks: [checkDomainsEveryMinute, emptyTrashNightly, syncMissedPlansHourly],
})
