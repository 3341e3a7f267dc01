import type { Called } from './callers'

import { changedBy, chosenBy, foreignIn } from './assigning/discover'
import { maySet } from './assigning/settable'
import { grantFor, SLUGS } from './cells'
import { setScene } from './scene'

const scene = setScene()

/** A school's own row comes last: what stands in it bounds everything else. */
const IN_TURN = [...SLUGS].sort((a, b) => Number(a === 'tenants') - Number(b === 'tenants'))

const maysOf = (slug: string, who: Called): string =>
  `${grantFor(slug, 'create', who.caller)} ${grantFor(slug, 'update', who.caller)}`

/** Members of the school who may write in a collection; of owner and admin one, where they may the same. */
const writers = (slug: string): readonly Called[] => {
  const { callers } = scene()
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
  find: (slug: string, who: Called) => Promise<string[]>,
): Promise<string[]> => {
  const wrong: string[] = []
  for (const slug of IN_TURN) {
    for (const who of writers(slug)) {
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

describe('a field that nobody asked for', () => {
  it('names no row of another school, whichever field it is', async () => {
    const { other: tenant } = scene()
    const wrong: string[] = []
    for (const slug of IN_TURN) {
      for (const who of writers(slug).filter(({ caller }) => ['admin', 'owner'].includes(caller))) {
        const found = await foreignIn(scene(), { slug, tenant, who })
        wrong.push(...found.map((column) => `${slug}.${column}`))
      }
    }

    expect(wrong).toEqual([])
  }, 600_000)

  it('is set over REST by nobody who may not, on making a row or changing one', async () => {
    const { school: tenant } = scene()
    let set = 0
    const wrong = await beyond(async (slug, who) => {
      const found = [
        ...(await changedBy(scene(), { slug, tenant, who })),
        ...(await chosenBy(scene(), { slug, home: tenant, tenant, who })),
      ]
      set += found.length

      return found
    })

    expect(wrong).toEqual([])
    expect(set).toBeGreaterThan(200)
  }, 600_000)
})
