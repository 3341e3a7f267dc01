import type { Payload } from 'payload'

import { formatNames } from 'payload'

import type { Answered } from '@/test/isolation/calls'

/** Names of a collection's fields in the GraphQL schema. */
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

type Answer = {
  data?: null | Record<string, null | { totalDocs?: number }>
  errors?: { extensions?: { statusCode?: number }; message: string }[]
}

/** A count of rows, or what a refusal stands for: a row that is not there was looked for by somebody who may. */
export const graphqlGrant = ({ text }: Answered): number | string => {
  const { data, errors } = JSON.parse(text) as Answer
  const [error] = errors ?? []
  if (!error) {
    return Object.values(data ?? {})[0]?.totalDocs ?? 'allowed'
  }
  const status = error.extensions?.statusCode

  return status === 403 ? 'denied' : status === 404 ? 'allowed' : error.message
}
