import type { Called } from '../callers'
import type { Scene } from '../scene'
import type { Way } from './ways'

import { changedBy, chosenBy, foreignIn } from './discover'
import { maySet } from './settable'
import { grantFor, SLUGS } from '../cells'

/** A school's own row comes last: what stands in it bounds everything else. */
const IN_TURN = [...SLUGS].sort((a, b) => Number(a === 'tenants') - Number(b === 'tenants'))

const maysOf = (slug: string, who: Called): string =>
  `${grantFor(slug, 'create', who.caller)} ${grantFor(slug, 'update', who.caller)}`

/** Members of the school who may write in a collection; of owner and admin one, where they may the same. */
const writers = ({ callers }: Scene, slug: string): readonly Called[] => {
  const admin = callers.find(({ caller }) => caller === 'admin')

  return callers.filter(
    (who) =>
      !['superAdmin', 'visitor'].includes(who.caller) &&
      maysOf(slug, who) !== 'denied denied' &&
      (who.caller !== 'owner' || !admin || maysOf(slug, who) !== maysOf(slug, admin)),
  )
}

/** What somebody set that they may not, a line each. */
const beyond = async (
  scene: Scene,
  find: (slug: string, who: Called) => Promise<string[]>,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const slug of IN_TURN) {
    for (const who of writers(scene, slug)) {
      const columns = new Set(await find(slug, who))
      wrong.push(
        ...[...columns]
          .filter((column) => !maySet(slug, column, who.caller))
          .map((column) => `${slug}.${column} as ${who.caller}`),
      )
    }
  }

  return wrong
}

/** Whoever may write a row sets what is theirs to set, by this API, and nothing else. */
export const itIsSetByWhoeverMay = (scene: () => Scene, wayOf: () => Way): void => {
  it('names no row of another school, whichever field it is', async () => {
    const { other: tenant } = scene()
    const way = wayOf()
    const wrong: string[] = []
    for (const slug of IN_TURN) {
      const all = writers(scene(), slug)
      for (const who of all.filter(({ caller }) => ['admin', 'owner'].includes(caller))) {
        const found = await foreignIn(scene(), { slug, tenant, way, who })
        wrong.push(...found.map((column) => `${slug}.${column}`))
      }
    }

    expect(wrong).toEqual([])
  }, 600_000)

  it('is set by nobody who may not, on making a row or changing one', async () => {
    const { school: tenant } = scene()
    const way = wayOf()
    let set = 0
    const wrong = await beyond(scene(), async (slug, who) => {
      const found = [
        ...(await changedBy(scene(), { slug, tenant, way, who })),
        ...(await chosenBy(scene(), { slug, home: tenant, tenant, way, who })),
      ]
      set += found.length

      return found
    })

    expect(wrong).toEqual([])
    expect(set).toBeGreaterThan(200)
  }, 600_000)
}
