import { checksums } from '@/test/isolation/twoSchools'

import type { Called } from './callers'
import type { Target } from './writing/attempts'

import { told } from './answers'
import { ownRow } from './belongings'
import { grantFor, SLUGS } from './cells'
import { everybody, named, setScene } from './scene'
import { attempts, WRITINGS } from './writing/attempts'
import { documentIn, targetIn } from './writing/targets'

const scene = setScene()

/** Where somebody stands: staff of the platform in its own row. */
const homeOf = ({ caller }: Called): string =>
  caller === 'superAdmin' ? scene().platform : scene().school

const allowed = () => 'allowed'

/** A row of each collection to ask about; what is deleted is deleted of rows of its own. */
const targets = new Map<string, Target>()

beforeAll(async () => {
  for (const slug of SLUGS) {
    targets.set(slug, await targetIn(scene(), slug))
  }
}, 300_000)

describe('writing, by the published matrix,', () => {
  it.each(WRITINGS)(
    'is refused to whoever may not %s, over REST and GraphQL, and leaves no trace',
    async (writing) => {
      const wrong: string[] = []
      const before = await checksums(scene().owner, scene().tables)
      for (const [slug, target] of targets) {
        for (const { as, who } of everybody(scene())) {
          if (grantFor(slug, writing, as) === 'allowed') {
            continue
          }
          for (const { ask, asked } of attempts(scene(), slug, writing)) {
            const found = told(await ask(who, target), allowed)
            if (found !== 'denied') {
              wrong.push(`${slug} ${asked} as ${named(as, who)}: ${found}`)
            }
          }
        }
      }
      expect(wrong).toEqual([])
      expect(await checksums(scene().owner, scene().tables)).toEqual(before)
    },
    300_000,
  )

  it.each(WRITINGS)(
    'is granted to whoever may %s, over REST and GraphQL',
    async (writing) => {
      const wrong: string[] = []
      for (const [slug, standing] of targets) {
        for (const { as, who } of everybody(scene())) {
          if (grantFor(slug, writing, as) !== 'allowed') {
            continue
          }
          for (const { ask, asked, isInTrash } of attempts(scene(), slug, writing)) {
            const target =
              writing === 'delete' ? await targetIn(scene(), slug, { isInTrash }) : standing
            const home = writing === 'create' ? homeOf(who) : scene().school
            const document = await documentIn(scene(), slug, home)
            const found = told(await ask(who, { ...target, document }), allowed)
            if (found !== 'allowed') {
              wrong.push(`${slug} ${asked} as ${named(as, who)}: ${found}`)
            }
          }
        }
      }
      expect(wrong).toEqual([])
    },
    300_000,
  )

  it('reaches what is somebody’s own, where the matrix says so', async () => {
    const wrong: string[] = []
    let asks = 0
    for (const slug of SLUGS) {
      for (const writing of WRITINGS) {
        for (const who of scene().callers) {
          if (grantFor(slug, writing, who.caller) !== 'own') {
            continue
          }
          for (const { ask, asked } of attempts(scene(), slug, writing)) {
            const row = await ownRow(scene(), slug, who)
            const found = told(await ask(who, { document: {}, row, version: row }), allowed)
            asks += 1
            if (found !== 'allowed') {
              wrong.push(`${slug} ${asked} as ${who.caller}: ${found}`)
            }
          }
        }
      }
    }
    expect(wrong).toEqual([])
    expect(asks).toBeGreaterThan(20)
  }, 300_000)

  it('keeps an owner’s account from admins, who could otherwise become the owner', async () => {
    const row = scene().callers.find(({ caller }) => caller === 'owner')?.id ?? ''
    const target = { document: {}, row, version: row }
    for (const { ask, asked } of attempts(scene(), 'users', 'update')) {
      const changed: string[] = []
      for (const who of scene().callers) {
        if (told(await ask(who, target), allowed) === 'allowed') {
          changed.push(who.caller)
        }
      }
      expect([asked, changed]).toEqual([asked, ['owner', 'superAdmin']])
    }
  })
})
