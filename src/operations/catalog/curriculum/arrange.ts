import type { PayloadRequest } from 'payload'

import type { Arrangement } from '@/domain/catalog/curriculum/arrangement'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { changedBranches, holdsTheSame } from '@/domain/catalog/curriculum/arrangement'
import { arranged, arrangementOf } from '@/domain/catalog/curriculum/tree'

import { announceCourse, placing } from './place'
import { versionOf } from '../curriculumTree'

/**
 * Puts a curriculum, which the caller holds, into another order; what learners did hangs on the lessons
 * and goes wherever they go. Answers the
 * curriculum after it; null where the order is not the one of `version` any more, or where the
 * wanted one leaves something out: then nothing is written.
 */
export const arrange = async ({
  req,
  tenant,
  tree,
  version,
  wanted,
}: {
  req: PayloadRequest
  tenant: string
  tree: CurriculumTree
  version: string
  wanted: Arrangement
}): Promise<CurriculumTree | null> => {
  const current = arrangementOf(tree.sections)
  if (tree.version !== version || !holdsTheSame(current, wanted)) {
    return null
  }
  const sections = wanted.map(({ id }) => id)
  const isReordered = sections.join() !== current.map(({ id }) => id).join()
  const branches = changedBranches(current, wanted)
  if (isReordered || branches.length > 0) {
    const along = placing({ branches, sections: isReordered ? sections : [] })
    await announceCourse(req, { along, course: tree.course.id, tenant })
  }

  return { ...tree, sections: arranged(tree.sections, wanted), version: versionOf(wanted) }
}
