import { Domains } from '@collections/tenancy/Domains'
import { Secrets } from '@collections/tenancy/Secrets'
import { Tenants } from '@collections/tenancy/Tenants'
import { domainAllowed } from '@endpoints/tenancy/domains'
import { health } from '@endpoints/tenancy/health'
import { revalidatePagesOnContentChanged } from '@hooks/tenancy/pages'
import { emptyTrashNightly } from '@hooks/tenancy/trash'

import { domain } from './support/domain'

export const tenancy = domain({
  collections: [Tenants, Domains, Secrets],
  endpoints: [domainAllowed, health],
  reactions: [revalidatePagesOnContentChanged],
  tasks: [emptyTrashNightly],
})
