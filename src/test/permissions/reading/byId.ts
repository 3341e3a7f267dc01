import type { Docs } from '../cells'
import type { Scene } from '../scene'

import { overGraphql, overRest, told } from '../answers'
import { grantFor, hasPlainAddresses, idsIn, wrongCells } from '../cells'
import { graphqlNames } from '../graphqlNames'
import { sidesOf } from '../ownRows'
import { apiOf } from '../scene'

/** A few rows of a side, from its beginning and its end. */
const sample = (ids: readonly string[]): string[] => [
  ...new Set([...ids.slice(0, 3), ...ids.slice(-3)]),
]

/** Single rows, as the matrix has them: shown on the one side of the line, and not there on the other. */
export const itShowsById = (scene: () => Scene): void => {
  it('shows rows on the one side of the line and no others, over REST', async () => {
    const wrong = await wrongCells(scene(), async (slug, { as, who }) => {
      const grant = grantFor(slug, 'read', as)
      const { hidden, seen } = await sidesOf(scene(), { slug, grant, who })
      const cells = []
      for (const id of [...sample(hidden), ...sample(seen)]) {
        const path = hasPlainAddresses(slug)
          ? `${slug}/${id}?depth=0`
          : `${slug}?depth=0&where[id][equals]=${id}`
        const answer = overRest<Docs | { id: string }>(await apiOf(who).rest(who, { path }))
        const found = told(answer, (gave) => ('docs' in gave ? idsIn(gave) : gave.id))
        cells.push({
          asked: `by id ${id}`,
          expected: seen.includes(id) ? id : 'denied',
          found: found || 'denied',
        })
      }

      return cells
    })
    expect(wrong).toEqual([])
  }, 300_000)

  it('shows the same over GraphQL', async () => {
    const wrong = await wrongCells(scene(), async (slug, { as, who }) => {
      const { singular } = graphqlNames(scene().payload, slug)
      const grant = grantFor(slug, 'read', as)
      const { hidden, seen } = await sidesOf(scene(), { slug, grant, who })
      const ids = [...sample(hidden), ...sample(seen)]
      const answer = await apiOf(who).graphql(
        who,
        `{ ${ids.map((id, i) => `a${i}: ${singular}(id: "${id}") { id }`).join(' ')} }`,
      )

      return ids.map((id, i) => ({
        asked: `by id ${id} over GraphQL`,
        expected: seen.includes(id) ? id : 'denied',
        found: told(
          overGraphql<null | { id: string }>(answer, `a${i}`),
          (gave) => gave?.id ?? 'denied',
        ),
      }))
    })
    expect(wrong).toEqual([])
  }, 300_000)
}
