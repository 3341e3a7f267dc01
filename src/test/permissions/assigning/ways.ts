import type { Called } from '../callers'
import type { Scene } from '../scene'

import { idIn, overGraphql, overRest, type Written } from '../answers'
import { graphqlNames } from '../graphqlNames'
import { apiOf } from '../scene'
import { changing, creation, isInSchema } from '../writing/input'

/** Whose rows are written, and by whom. */
type By = { slug: string; who: Called }

/** One of the APIs by which rows are written; each answers the id of what was written, and null where that was refused. */
export type Way = {
  change: (by: By & { body: object; row: string }) => Promise<null | string>
  make: (by: By & { document: object }) => Promise<null | string>
}

type Outcome = ReturnType<typeof idIn>

const idOf = (outcome: Outcome): null | string =>
  outcome !== 'denied' && 'gave' in outcome ? outcome.gave : null

export const OVER_REST: Way = {
  change: async ({ slug, body, row, who }) => {
    const path = `${slug}/${row}?depth=0`

    return idOf(idIn(overRest(await apiOf(who).rest(who, { body, method: 'PATCH', path }))))
  },
  make: async ({ slug, document: body, who }) => {
    const path = `${slug}?depth=0`

    return idOf(idIn(overRest(await apiOf(who).rest(who, { body, method: 'POST', path }))))
  },
}

export const overGraphqlOf = ({ payload }: Pick<Scene, 'payload'>): Way => {
  const send = async (
    who: Called,
    {
      args = '',
      data,
      field,
      input,
    }: { args?: string; data: unknown; field: string; input: string },
  ) => {
    const query = `mutation ($data: ${input}) { ${field}(${args}data: $data) { id } }`

    return idOf(
      idIn(overGraphql<null | Written>(await apiOf(who).graphql(who, query, { data }), field)),
    )
  }

  return {
    change: async ({ slug, body, row, who }) => {
      const { singular } = graphqlNames(payload, slug)
      const sent = await changing({ given: body, singular })

      return sent && send(who, { ...sent, args: `id: "${row}", `, field: `update${singular}` })
    },
    make: async ({ slug, document, who }) => {
      const { singular } = graphqlNames(payload, slug)
      const field = `create${singular}`

      return (await isInSchema(field))
        ? send(who, { ...(await creation({ given: document, singular })), field })
        : null
    },
  }
}
