import type { Asker, Docs } from '../cells'
import type { Scene } from '../scene'

import { overGraphql, overRest, told } from '../answers'
import { grantFor, hasPlainAddresses, idsIn, SLUGS, unlessDenied, wrongCells } from '../cells'
import { graphqlNames } from '../graphqlNames'
import { HAVE_OWN, sidesOf } from '../ownRows'
import { apiOf, everybody, named } from '../scene'

const total = ({ totalDocs }: Docs): string => String(totalDocs)

/** Lists and counts, as the matrix has them: exactly which rows, and how many. */
export const itListsAndCounts = (scene: () => Scene): void => {
  const expectedOf = async (slug: string, { as, who }: Asker) => {
    const grant = grantFor(slug, 'read', as)
    const { seen } = await sidesOf(scene(), { slug, grant, who })

    return {
      count: unlessDenied(grantFor(slug, 'count', as), String(seen.length)),
      list: unlessDenied(grant, seen.join()),
    }
  }

  it('has rows on both sides of every line that the matrix draws', async () => {
    const lines = []
    for (const slug of HAVE_OWN) {
      for (const { as, who } of everybody(scene())) {
        if (grantFor(slug, 'read', as) === 'own') {
          const { hidden, seen } = await sidesOf(scene(), { slug, grant: 'own', who })
          lines.push([slug, named(as, who), seen.length > 0, hidden.length > 0])
        }
      }
    }
    expect(lines.length).toBeGreaterThan(80)
    expect(lines.filter(([, , hasSeen, hasHidden]) => !hasSeen || !hasHidden)).toEqual([])
    const drawn = SLUGS.filter((slug) =>
      everybody(scene()).some(({ as }) => grantFor(slug, 'read', as) === 'own'),
    )
    expect([...HAVE_OWN].sort()).toEqual([...drawn].sort())
  })

  it('lists and counts exactly the rows that are meant, over REST', async () => {
    const wrong = await wrongCells(scene(), async (slug, asker) => {
      const { rest } = apiOf(asker.who)
      const expected = await expectedOf(slug, asker)
      const path = `${slug}?limit=500&depth=0&select[id]=true`
      const list = await rest(asker.who, { path })
      const count = await rest(asker.who, { path: `${slug}/count` })
      const counted = told(overRest<Docs>(count), total)

      return [
        { asked: 'list', expected: expected.list, found: told(overRest<Docs>(list), idsIn) },
        ...(hasPlainAddresses(slug)
          ? [{ asked: 'count', expected: expected.count, found: counted }]
          : []),
      ]
    })
    expect(wrong).toEqual([])
  }, 300_000)

  it('lists and counts exactly the same over GraphQL', async () => {
    const wrong = await wrongCells(scene(), async (slug, asker) => {
      const { plural } = graphqlNames(scene().payload, slug)
      const expected = await expectedOf(slug, asker)
      const answer = await apiOf(asker.who).graphql(
        asker.who,
        `{ list: ${plural}(limit: 500) { docs { id } } count: count${plural} { totalDocs } }`,
      )
      const [list, count] = [overGraphql<Docs>(answer, 'list'), overGraphql<Docs>(answer, 'count')]

      return [
        { asked: 'list over GraphQL', expected: expected.list, found: told(list, idsIn) },
        { asked: 'count over GraphQL', expected: expected.count, found: told(count, total) },
      ]
    })
    expect(wrong).toEqual([])
  }, 300_000)
}
