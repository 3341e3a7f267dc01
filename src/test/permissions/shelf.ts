import type { CollectionSlug } from 'payload'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { commerceFactories } from '@/test/factories/commerce'

import type { Scene } from './scene'

/** Stands in drafts alone, which nobody but authors may read. */
export const UNFINISHED = 'Unfinished thoughts'

/**
 * Courses, lessons, pages, offers and files of the school on either side of every line that the matrix
 * draws: published, drafted, published with a newer draft, and in the trash. Answers the course that
 * learners are to be enrolled in, and one in which their enrollment has ended.
 */
export const fillShelf = async ({
  payload,
  school: tenant,
}: Scene): Promise<{ ended: string; open: string }> => {
  const make = factories(payload)
  const change = (collection: CollectionSlug, id: string, data: object, draft = false) =>
    asTenant(tenant, () =>
      payload.update({ id, collection, data, depth: 0, draft, overrideAccess: true }),
    )
  const trash = (collection: CollectionSlug, id: string) =>
    change(collection, id, { deletedAt: new Date().toISOString() })
  const redraft = (collection: CollectionSlug, id: string) =>
    change(collection, id, { _status: 'draft', title: UNFINISHED }, true)

  const lessonsOf = async (course: string): Promise<void> => {
    const { id: section } = await make.section({ course, tenant })
    for (const isPreview of [false, true]) {
      const lesson = (given: object = {}) =>
        make.lesson({ course, isPreview, kind: 'text', section, tenant, ...given })
      await lesson()
      await lesson({ _status: 'draft', title: UNFINISHED })
      await trash('lessons', (await lesson()).id)
      await redraft('lessons', (await lesson()).id)
    }
  }

  const [open, ended] = [(await make.course({ tenant })).id, (await make.course({ tenant })).id]
  await lessonsOf(open)
  await lessonsOf(ended)
  await trash('sections', (await make.section({ course: open, tenant })).id)
  await make.course({ _status: 'draft', tenant, title: UNFINISHED })
  await trash('courses', (await make.course({ tenant })).id)
  await redraft('courses', (await make.course({ tenant })).id)
  await make.page({ _status: 'draft', tenant, title: UNFINISHED })
  await redraft('pages', (await make.page({ tenant })).id)
  await commerceFactories(payload).offer({ course: open, isActive: false, tenant })

  return { ended, open }
}
