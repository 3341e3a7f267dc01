import type { Asker, Docs } from '../cells'
import type { Scene } from '../scene'

import { overRest, told } from '../answers'
import { grantFor, hasTrash, idsIn, SLUGS, unlessDenied, wrongCells } from '../cells'
import { graphqlNames } from '../graphqlNames'
import { sidesOf, tableOf } from '../ownRows'
import { apiOf, everybody, named } from '../scene'
import { UNFINISHED } from '../shelf'

/** What stands in a row and is not shown with it: the trash, and drafts of what is published. */
export const itHidesTrashAndDrafts = (scene: () => Scene): void => {
  it('shows the trash to those alone who may take a row out of it', async () => {
    const slugs = SLUGS.filter((slug) => hasTrash(scene(), slug))
    expect(slugs.length).toBeGreaterThan(1)
    const ask = async (slug: string, { as, who }: Asker) => {
      const grant = grantFor(slug, 'read', as)
      const { seen } = await sidesOf(scene(), { slug, grant, trash: true, who })
      const list = await apiOf(who).rest(who, { path: `${slug}?limit=500&depth=0&trash=true` })

      return [
        {
          asked: 'list with the trash',
          expected: unlessDenied(grant, seen.join()),
          found: told(overRest<Docs>(list), idsIn),
        },
      ]
    }
    expect(await wrongCells(scene(), ask, slugs)).toEqual([])
  })

  it('shows drafts to authors alone', async () => {
    const leaks: string[] = []
    for (const slug of ['courses', 'lessons', 'pages']) {
      const { plural } = graphqlNames(scene().payload, slug)
      const { rows } = await scene().owner.query<{ id: string }>(
        `select id::text from ${tableOf(slug)} where tenant_id = $1`,
        [scene().school],
      )
      for (const { as, who } of everybody(scene())) {
        const { graphql, rest } = apiOf(who)
        const lists = [
          await rest(who, { path: `${slug}?limit=500&depth=1&draft=true&trash=true` }),
          await graphql(who, `{ ${plural}(limit: 500, draft: true) { docs { title } } }`),
        ]
        const single = await Promise.all(
          rows.map(({ id }) => rest(who, { path: `${slug}/${id}?depth=1&draft=true` })),
        )
        const isShown = [...lists, ...single].some(({ text }) => text.includes(UNFINISHED))
        if (isShown !== (grantFor(slug, 'read', as) === 'allowed')) {
          leaks.push(`${slug} as ${named(as, who)}: drafts ${isShown ? 'shown' : 'hidden'}`)
        }
      }
    }
    expect(leaks).toEqual([])
  }, 300_000)
}
