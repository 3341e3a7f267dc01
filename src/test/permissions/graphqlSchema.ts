import type { GraphQLSchema, IntrospectionQuery } from 'graphql'

import { buildClientSchema, getIntrospectionQuery } from 'graphql'

import { callsAt } from '@/test/isolation/calls'

let known: GraphQLSchema | undefined

/** The GraphQL schema, as the API describes it to whoever asks at `host`. */
export const graphqlSchema = async (host: string): Promise<GraphQLSchema> => {
  if (!known) {
    const visitor = { name: 'visitor', cookie: '' }
    const { text } = await callsAt(host).graphql(visitor, getIntrospectionQuery())
    known = buildClientSchema((JSON.parse(text) as { data: IntrospectionQuery }).data)
  }

  return known
}
