import type { Config } from 'payload'

type GraphQL = NonNullable<Config['graphQL']>
type Extension = NonNullable<GraphQL['queries']>
type Fields = Record<string, { args?: Record<string, { type: unknown }> }>

/** `versionCourse`, and not `versionsCourses`. */
const OF_ONE_VERSION = /^(?:version|restoreVersion)[A-Z]/

/** Fails in Payload for whoever is granted anything; REST answers the same questions at `/access`. */
const OF_ACCESS = /^(?:Access$|docAccess[A-Z])/

/**
 * Payload's GraphQL takes the id of a version for a whole number unless ids are plain text, and so no
 * version with a UUID could be read or restored there: its argument is a text, as those of all other
 * ids. What it says about access is left out.
 */
const mended =
  (of: 'Mutation' | 'Query', extension?: Extension): Extension =>
  (graphQL, info) => {
    const fields = info[of].fields as Fields
    for (const [name, { args }] of Object.entries(fields)) {
      if (args?.id && OF_ONE_VERSION.test(name)) {
        args.id.type = new graphQL.GraphQLNonNull(graphQL.GraphQLString)
      }
      if (OF_ACCESS.test(name)) {
        Reflect.deleteProperty(fields, name)
      }
    }

    return extension?.(graphQL, info) ?? {}
  }

/** The GraphQL of the configuration, mended where Payload's own falls short. */
export const mendedGraphql = (graphQL: Config['graphQL']): GraphQL => ({
  ...graphQL,
  mutations: mended('Mutation', graphQL?.mutations),
  queries: mended('Query', graphQL?.queries),
})
