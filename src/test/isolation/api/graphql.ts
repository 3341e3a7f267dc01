import { formatNames, toWords } from 'payload'

import type { Walls } from '../walls'

import { api, byEach, leaked, tableOf } from '../walls'

type Field = {
  args: { name: string }[]
  name: string
  type: { fields: { name: string }[] | null }
}

const takes = ({ args }: Field, arg: string) => args.some(({ name }) => name === arg)

const gives = ({ type }: Field, name: string) => type.fields?.some((field) => field.name === name)

/**
 * A query to each field of the schema that lists, counts or shows rows: those that show one are asked for the row that they could show, `idsOf` its name,
 * and where nobody knows which that is, for every one of `all`.
 */
const queriesFor = (
  fields: Field[],
  { all, idsOf }: { all: readonly string[]; idsOf: ReadonlyMap<string, string> },
): string[] =>
  fields.flatMap((field) => {
    if (gives(field, 'docs')) {
      return [`{ ${field.name}(limit: 200) { totalDocs docs { id } } }`]
    }
    if (takes(field, 'id') && gives(field, 'id')) {
      const own = idsOf.get(field.name)

      return [
        `{ ${(own ? [own] : all).map((id, i) => `a${i}: ${field.name}(id: "${id}") { id }`).join(' ')} }`,
      ]
    }

    return gives(field, 'totalDocs') ? [`{ ${field.name} { totalDocs } }`] : []
  })

/** By the name of each field that shows one document, or one version, the id of the other school's. */
const shownBy = ({ payload, victims }: Walls): Map<string, string> =>
  new Map(
    payload.config.collections.flatMap(({ slug, graphQL }): [string, string][] => {
      const given = (graphQL || {}).singularName
      const name = given ? toWords(given, true) : formatNames(slug).singular
      const [own, version] = [victims.get(tableOf(slug)), victims.get(`_${tableOf(slug)}_v`)]

      return [
        ...(own ? [[name, own] as [string, string]] : []),
        ...(version ? [[`version${name}`, version] as [string, string]] : []),
      ]
    }),
  )

/** Rows of another school over GraphQL: not read by any field of the schema. */
export const itHoldsOverGraphql = (walls: () => Walls): void => {
  it('keeps GraphQL behind the same wall', async () => {
    const { actors, boss, victims } = walls()
    const { text: described } = await api.graphql(
      boss,
      '{ __schema { queryType { fields { name args { name } type { fields { name } } } } } }',
    )
    const { fields } = (
      JSON.parse(described) as { data: { __schema: { queryType: { fields: Field[] } } } }
    ).data.__schema.queryType
    const idsOf = shownBy(walls())
    expect(idsOf.size).toBeGreaterThan(50)
    expect(
      [...idsOf.keys()].filter((name) => !fields.some((field) => field.name === name)),
    ).toEqual([])
    const queries = queriesFor(fields, { all: [...new Set(victims.values())], idsOf })
    expect(queries.length).toBeGreaterThan(50)
    const found: string[] = []
    await byEach(actors, async (actor) => {
      for (const query of queries) {
        const { status, text } = await api.graphql(actor, query)
        const said = text.replace(/"(?:message|query)":"[^"]*"/g, '')
        if (leaked(walls(), said).length > 0 || status >= 500) {
          found.push(`${actor.name}: ${query} → ${status} ${text.slice(0, 200)}`)
        }
      }
    })
    expect(found).toEqual([])
    const { text: own } = await api.graphql(boss, '{ Courses(limit: 200) { totalDocs } }')
    expect(own).toContain('"totalDocs":')
    expect(own).not.toContain('"totalDocs":0')
  }, 240_000)
}
