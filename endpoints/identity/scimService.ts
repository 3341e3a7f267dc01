import { resourceTypes, schemas, serviceConfig } from '@/domain/identity/scim/described'
import { listed } from '@/domain/identity/scim/paging'

import { scimEndpoint } from './scim'

const all = (resources: object[]) =>
  Promise.resolve({ body: listed(resources, { start: 1, total: resources.length }) })

/** GET /api/scim/v2/ServiceProviderConfig: what the service can do. */
export const scimConfig = scimEndpoint({
  method: 'get',
  path: '/ServiceProviderConfig',
  run: ({ base }) => Promise.resolve({ body: serviceConfig(base) }),
})

/** GET /api/scim/v2/ResourceTypes: users and groups. */
export const scimResourceTypes = scimEndpoint({
  method: 'get',
  path: '/ResourceTypes',
  run: ({ base }) => all(resourceTypes(base)),
})

/** GET /api/scim/v2/Schemas: the attributes of both. */
export const scimSchemas = scimEndpoint({
  method: 'get',
  path: '/Schemas',
  run: ({ base }) => all(schemas(base)),
})
