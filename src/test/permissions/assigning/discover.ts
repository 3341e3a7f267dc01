import type { Called } from '../callers'
import type { Scene } from '../scene'
import type { Extra } from './values'
import type { Way } from './ways'

import { ownRow } from '../belongings'
import { grantFor } from '../cells'
import { documentIn, targetIn } from '../writing/targets'
import { differing, rowOf } from './kept'
import { extrasFor } from './values'

type Of = { slug: string; tenant: string; way: Way; who: Called }

/** A row that somebody may change; null where they may change none. */
const rowFor = async (scene: Scene, { slug, who }: Of): Promise<null | string> => {
  const grant = grantFor(slug, 'update', who.caller)
  if (grant === 'denied') {
    return null
  }

  return grant === 'own' ? ownRow(scene, slug, who) : (await targetIn(scene, slug)).row
}

/** Sends one thing after the other, and answers the columns that changed; `tells` says of which changes. */
const changes = async (
  scene: Scene,
  of: Of,
  tells: (value: string, extra: Extra) => boolean = () => true,
): Promise<string[]> => {
  const row = await rowFor(scene, of)
  if (!row) {
    return []
  }
  const changed = new Set<string>()
  let before = await rowOf(scene, of.slug, row)
  for (const extra of await extrasFor(scene, of.slug, of.tenant)) {
    if (!(await of.way.change({ ...of, body: extra.body, row }))) {
      continue
    }
    // With it no session of ours would be strong enough for what follows.
    await scene.owner.query('update tenants set settings_sign_in_staff_second_factor = false')
    const after = await rowOf(scene, of.slug, row)
    for (const name of differing(before, after).filter((one) => tells(after[one] ?? '', extra))) {
      changed.add(name)
    }
    before = after
  }

  return [...changed]
}

/** Columns that somebody changes in a row that they may write, whatever they send along; relations name rows of `tenant`. */
export const changedBy = (scene: Scene, of: Of): Promise<string[]> => changes(scene, of)

/** Columns that hold, after all that somebody sends, an id of another school's. */
export const foreignIn = (scene: Scene, of: Of): Promise<string[]> =>
  changes(scene, of, (value, { body }) => {
    const leaf = String(leafOf(body))

    return /^[0-9a-f-]{36}$/.test(leaf) && value.includes(leaf)
  })

const leafOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? leafOf(Object.values(body).at(-1)) : body

/** Columns of a row that somebody creates which hold what they sent along. */
export const chosenBy = async (
  scene: Scene,
  { slug, home, tenant, way, who }: Of & { home: string },
): Promise<string[]> => {
  if (grantFor(slug, 'create', who.caller) !== 'allowed' || slug === 'media') {
    return []
  }
  const chosen = new Set<string>()
  const make = async (more: object) => {
    const document = await documentIn(scene, slug, home)
    const id = await way.make({ slug, document: { ...document, ...more }, who })

    return id === null ? null : rowOf(scene, slug, id)
  }
  const [plain, other] = [await make({}), await make({})]
  if (!plain || !other) {
    return []
  }
  // What differs between any two rows says nothing of what was sent.
  const own = [...differing(plain, other), 'created_at']
  for (const { name, body } of await extrasFor(scene, slug, tenant)) {
    const made = await make(body)
    const column = name.replace(/\./g, '_').replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`)
    for (const found of made ? differing(plain, made) : []) {
      const isSent = made?.[found]?.includes(String(leafOf(body)))
      if (!own.includes(found) || (isSent && [column, `${column}_id`].includes(found))) {
        chosen.add(found)
      }
    }
  }

  return [...chosen]
}
