import type { PayloadRequest } from 'payload'

import type { CurriculumChange, Picked } from '@/domain/catalog/curriculum/changes'
import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { MOST_ITEMS } from '@/domain/catalog/curriculum/changes'
import { RuleError } from '@/domain/errors'

import { addParts } from './add'
import { arrange } from './arrange'
import { copyItems } from './copy'
import { markLessons, publishLessons, rename, setRelease } from './edit'
import { holdCurricula } from './place'
import { readTree } from '../curriculumTree'
import { placeCopies } from './placeCopies'
import { transferItems } from './transfer'
import { restoreItems, trashItems } from './trash'

/**
 * What a change did: rows it `made`, and the curriculum after it where that is known without another look; or that somebody
 * else was first, that something named is not there, or that whoever asks writes no course.
 */
type Changed = 'conflict' | 'forbidden' | 'missing' | { made: Picked; tree?: CurriculumTree }

type Work = { course: string; req: PayloadRequest; tenant: string; tree: CurriculumTree }

const NOTHING: Picked = { lessons: [], sections: [] }
const done = { made: NOTHING }

const sizeOf = ({ sections }: CurriculumTree): number =>
  sections.reduce((sum, { lessons }) => sum + 1 + lessons.length, 0)

const refuseFull = (tree: CurriculumTree | null, more: Picked): void => {
  if (tree && sizeOf(tree) + more.lessons.length + more.sections.length > MOST_ITEMS) {
    throw new RuleError('curriculumFull', { most: MOST_ITEMS })
  }
}

/** Adds or copies, and announces nothing: drafts and empty sections change no page of a visitor. */
const grow = async (
  work: Work,
  change: Extract<CurriculumChange, { do: 'add' | 'copy' }>,
): Promise<Changed> => {
  const { course, req, tree } = work
  if (change.do === 'add') {
    const { after, parts } = change
    refuseFull(tree, {
      lessons: parts.flatMap(({ lessons }) => lessons.map(({ title }) => title)),
      sections: parts.map(({ title }) => title ?? ''),
    })
    const made = await addParts({ after, course, parts, req, tree })

    return made ? { made } : 'missing'
  }
  const { lessons, sections, to } = change
  const target = to ? await readTree({ course: to.course, req }) : tree
  refuseFull(target, { lessons, sections })
  const section = to ? (to.section ?? target?.sections.at(-1)?.id ?? null) : null
  const isLost =
    !target || (to && lessons.length > 0 && !target.sections.some(({ id }) => id === section))
  if (isLost) {
    return 'missing'
  }
  const made = await copyItems({ lessons, req, section, sections, to: target.course.id, tree })
  if (!to) {
    await placeCopies({ course, made, req })
  }

  return { made: { lessons: made.lessons, sections: made.sections } }
}

const run = async (work: Work, change: CurriculumChange): Promise<Changed> => {
  const { course, req, tenant, tree } = work
  switch (change.do) {
    case 'add':
    case 'copy':
      return grow(work, change)
    case 'arrange': {
      const { sections: wanted, version } = change
      const after = await arrange({ req, tenant, tree, version, wanted })

      return after ? { ...done, tree: after } : 'conflict'
    }
    case 'mark':
      await markLessons({ ...change, course, req })

      return done
    case 'publish':
      await publishLessons({ ...change, course, req })

      return done
    case 'release':
      return (await setRelease({ ...change, course, req })) ? done : 'missing'
    case 'rename':
      return (await rename({ ...change, course, req })) ? done : 'conflict'
    case 'restore':
      await restoreItems({ ...change, course, req, tenant })

      return done
    case 'transfer': {
      const { lessons, sections, to } = change
      refuseFull(await readTree({ course: to.course, req }), { lessons, sections })
      const given = { lessons, req, section: to.section, sections, tenant, to: to.course, tree }

      return (await transferItems(given)) ? done : 'missing'
    }
    case 'trash':
      await trashItems({ ...change, course, req, tenant })

      return done
  }
}

/**
 * Makes one change of a course's curriculum, for who may write it, in the caller's transaction; of several at once, one
 * after the other. What learners did and where they are is never touched: progress hangs on lessons, which keep
 * their ids wherever they are moved.
 */
export const changeCurriculum = async ({
  change,
  course,
  req,
  tenant,
}: Omit<Work, 'tree'> & { change: CurriculumChange }): Promise<Changed> => {
  const others = 'to' in change && change.to ? [change.to.course] : []
  const held = await holdCurricula({ courses: [course, ...others], req, tenant })
  if (held !== true) {
    return held || 'missing'
  }
  const tree = await readTree({ course, req })

  return tree ? run({ course, req, tenant, tree }, change) : 'missing'
}
