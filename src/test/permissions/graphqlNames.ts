import type { Payload } from 'payload'

import { formatNames } from 'payload'

import type { Operation } from '@/domain/identity/permissions/collections'

/** What a collection's rows are called in the GraphQL schema. */
export const graphqlNames = (payload: Payload, slug: string) => {
  const graphQL = payload.config.collections.find((one) => one.slug === slug)?.graphQL
  const { plural, singular } = formatNames(slug)
  const one = (graphQL && graphQL.singularName) || singular
  const many = (graphQL && graphQL.pluralName) || plural

  return {
    plural: (one === many ? `all${one}` : many).replace(/ /g, ''),
    singular: one.replace(/ /g, ''),
  }
}

/** Every field that the schema may have for a collection, with the operation it stands for. */
export const graphqlFields = (payload: Payload, slug: string): Record<string, Operation> => {
  const { plural, singular } = graphqlNames(payload, slug)

  return {
    [`mutation create${singular}`]: 'create',
    [`mutation delete${singular}`]: 'delete',
    [`mutation duplicate${singular}`]: 'duplicate',
    [`mutation restoreVersion${singular}`]: 'restoreVersion',
    [`mutation update${singular}`]: 'update',
    [`query ${plural}`]: 'read',
    [`query ${singular}`]: 'read',
    [`query count${plural}`]: 'count',
    [`query version${singular}`]: 'readVersions',
    [`query versions${plural}`]: 'readVersions',
  }
}
