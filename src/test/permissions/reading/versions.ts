import type { Called } from '../callers'
import type { Docs } from '../cells'
import type { Scene } from '../scene'

import { overGraphql, overRest, told } from '../answers'
import {
  grantFor,
  hasPlainAddresses,
  hasTrash,
  idsIn,
  keepsVersions,
  SLUGS,
  unlessDenied,
  wrongCells,
} from '../cells'
import { graphqlNames } from '../graphqlNames'
import { tableOf } from '../ownRows'
import { apiOf, HOST } from '../scene'

/** Versions of what is not in the trash, in order. */
const versionsOf = async (scene: Scene, slug: string, { host }: Called): Promise<string[]> => {
  if (!keepsVersions(scene, slug)) {
    return []
  }
  const kept = hasTrash(scene, slug) ? 'and version_deleted_at is null' : ''
  const { rows } = await scene.owner.query<{ id: string }>(
    `select id::text from "_${tableOf(slug)}_v"
     where ($2 or version_tenant_id = $1) ${kept} order by id::text`,
    [scene.school, host !== HOST],
  )

  return rows.map(({ id }) => id)
}

const idOf = (gave: null | { id: string }): string => gave?.id ?? 'nothing'

/** Versions, as the matrix has them: exactly those of the rows that somebody may write. */
export const itShowsVersions = (scene: () => Scene): void => {
  it('lists and shows exactly the versions that are meant, over REST', async () => {
    const slugs = SLUGS.filter(hasPlainAddresses)
    const ask: Parameters<typeof wrongCells>[1] = async (slug, { as, who }) => {
      const grant = grantFor(slug, 'readVersions', as)
      const { rest } = apiOf(who)
      const ids = await versionsOf(scene(), slug, who)
      const [id = crypto.randomUUID()] = ids
      const list = await rest(who, { path: `${slug}/versions?limit=500&depth=0` })
      const one = await rest(who, { path: `${slug}/versions/${id}?depth=0` })

      return [
        {
          asked: 'list of versions',
          expected: unlessDenied(grant, ids.join()),
          found: told(overRest<Docs>(list), idsIn),
        },
        {
          asked: 'version by id',
          expected: unlessDenied(grant, id),
          found: told(overRest<{ id: string }>(one), idOf),
        },
      ]
    }
    expect(await wrongCells(scene(), ask, slugs)).toEqual([])
  }, 300_000)

  it('lists and shows exactly the same over GraphQL', async () => {
    const slugs = SLUGS.filter((slug) => keepsVersions(scene(), slug))
    expect(slugs.length).toBeGreaterThan(3)
    const ask: Parameters<typeof wrongCells>[1] = async (slug, { as, who }) => {
      const { plural, singular } = graphqlNames(scene().payload, slug)
      const grant = grantFor(slug, 'readVersions', as)
      const ids = await versionsOf(scene(), slug, who)
      const [id = ''] = ids
      const answer = await apiOf(who).graphql(
        who,
        `{ list: versions${plural}(limit: 500) { docs { id } }
           one: version${singular}(id: "${id}") { id } }`,
      )

      return [
        {
          asked: 'list of versions over GraphQL',
          expected: unlessDenied(grant, ids.join()),
          found: told(overGraphql<Docs>(answer, 'list'), idsIn),
        },
        {
          asked: 'version by id over GraphQL',
          expected: unlessDenied(grant, id),
          found: told(overGraphql<null | { id: string }>(answer, 'one'), idOf),
        },
      ]
    }
    expect(await wrongCells(scene(), ask, slugs)).toEqual([])
  }, 300_000)
}
