import type { Walls } from '../walls'

import { api, leaked } from '../walls'

type Field = {
  args: { name: string }[]
  name: string
  type: { fields: { name: string }[] | null }
}

const takes = ({ args }: Field, arg: string) => args.some(({ name }) => name === arg)

const gives = ({ type }: Field, name: string) => type.fields?.some((field) => field.name === name)

/** A query to each field of the schema that lists, counts or shows rows, by every id in `victims`. */
const queriesFor = (fields: Field[], victims: string[]): string[] =>
  fields.flatMap((field) => {
    if (gives(field, 'docs')) {
      return [`{ ${field.name}(limit: 200) { totalDocs docs { id } } }`]
    }
    if (takes(field, 'id') && gives(field, 'id')) {
      return [`{ ${victims.map((id, i) => `a${i}: ${field.name}(id: "${id}") { id }`).join(' ')} }`]
    }

    return gives(field, 'totalDocs') ? [`{ ${field.name} { totalDocs } }`] : []
  })

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
    const queries = queriesFor(fields, [...new Set(victims.values())])
    expect(queries.length).toBeGreaterThan(50)
    const found: string[] = []
    for (const actor of actors) {
      for (const query of queries) {
        const { status, text } = await api.graphql(actor, query)
        const said = text.replace(/"(?:message|query)":"[^"]*"/g, '')
        if (leaked(walls(), said).length > 0 || status >= 500) {
          found.push(`${actor.name}: ${query} → ${status} ${text.slice(0, 200)}`)
        }
      }
    }
    expect(found).toEqual([])
    const { text: own } = await api.graphql(boss, '{ Courses(limit: 200) { totalDocs } }')
    expect(own).toContain('"totalDocs":')
    expect(own).not.toContain('"totalDocs":0')
  }, 240_000)
}
