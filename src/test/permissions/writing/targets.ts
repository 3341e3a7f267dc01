import type { CollectionSlug } from 'payload'

import { asTenant } from '@/database/scope'

import type { Scene } from '../scene'
import type { Target } from './attempts'

import { keepsVersions } from '../cells'
import { documentFor, isMadeByHand } from '../documents'
import { groundIn } from '../ground'
import { tableOf } from '../ownRows'

/** A document that nobody has created yet. */
export const documentIn = async (scene: Scene, slug: string, tenant: string): Promise<object> => ({
  ...documentFor(
    slug,
    await groundIn(scene, { isAlone: ['enrollments', 'instructors'].includes(slug), tenant }),
  ),
  ...(slug !== 'tenants' && { tenant }),
})

const anyRow = async ({ owner, school }: Scene, slug: string): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    `select id::text from "${tableOf(slug)}"
     where ${slug === 'tenants' ? 'id' : 'tenant_id'} = $1 order by id limit 1`,
    [school],
  )

  return rows[0]?.id ?? crypto.randomUUID()
}

const versionOf = async (scene: Scene, slug: string, row: string): Promise<string> => {
  if (!keepsVersions(scene, slug)) {
    return crypto.randomUUID()
  }
  const { rows } = await scene.owner.query<{ id: string }>(
    `select id::text from "_${tableOf(slug)}_v" where parent_id::text = $1 limit 1`,
    [row],
  )

  return rows[0]?.id ?? crypto.randomUUID()
}

/**
 * A row of the school, in its trash if asked for, made anew where the collection can be written by hand,
 * and what can be asked about it.
 */
export const targetIn = async (
  scene: Scene,
  slug: string,
  { isInTrash = false }: { isInTrash?: boolean } = {},
): Promise<Target> => {
  const { payload, school } = scene
  const document = await documentIn(scene, slug, school)
  if (!isMadeByHand(slug) || slug === 'tenants') {
    const row = await anyRow(scene, slug)

    return { document, row, version: await versionOf(scene, slug, row) }
  }
  const { id } = await asTenant(school, () =>
    payload.create({
      collection: slug as CollectionSlug,
      data: document as never,
      depth: 0,
      ...(slug === 'media' && { filePath: 'media/seed/cover-waves.webp' }),
      overrideAccess: true,
    }),
  )
  const row = String(id)
  if (isInTrash) {
    const table = tableOf(slug)
    await scene.owner.query(`update "${table}" set deleted_at = now() where id::text = $1`, [row])
  }

  return {
    document: await documentIn(scene, slug, school),
    row,
    version: await versionOf(scene, slug, row),
  }
}
