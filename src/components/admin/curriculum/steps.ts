import type { Arrangement } from '@/domain/catalog/curriculum/arrangement'
import type { NewPart, Picked } from '@/domain/catalog/curriculum/changes'
import type {
  CurriculumLesson,
  CurriculumSection,
  CurriculumTree,
} from '@/domain/catalog/curriculum/tree'

import type { ReleaseRule } from '@/domain/catalog/release'

import { settle } from '@/domain/catalog/curriculum/arrangement'
import { arranged, arrangementOf } from '@/domain/catalog/curriculum/tree'

import type { Step } from './useCurriculum'
import type { Words } from './words'

type Move = (tree: Arrangement) => Arrangement

const isSame = (one: Arrangement, other: Arrangement): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const arrangeStep = (move: Move): Step => ({
  ask: (tree) => {
    const current = arrangementOf(tree.sections)
    const sections = move(current)

    return isSame(current, sections) ? null : { do: 'arrange', sections, version: tree.version }
  },
  show: (sections) => arranged(sections, move(arrangementOf(sections))),
})

/** Puts sections or lessons elsewhere; undone, all of them stand again as in `before`. */
export const moveStep = (before: readonly CurriculumSection[], label: string, move: Move): Step => {
  const then = arrangementOf(before)

  return { ...arrangeStep(move), label, undo: () => [arrangeStep((now) => settle(now, then))] }
}

type Renamed = { id: string; item: 'lesson' | 'section'; title: string; was: string }

const withTitle = (sections: CurriculumSection[], { id, title }: Renamed): CurriculumSection[] =>
  sections.map((section) => ({
    ...section,
    lessons: section.lessons.map((lesson) => (lesson.id === id ? { ...lesson, title } : lesson)),
    title: section.id === id ? title : section.title,
  }))

const renaming = (given: Renamed): Step => ({
  ask: () => ({ do: 'rename', ...given }),
  show: (sections) => withTitle(sections, given),
})

export const renameStep = (given: Renamed, words: Words): Step => ({
  ...renaming(given),
  label: words.done.renamed(given.title),
  undo: () => [renaming({ ...given, title: given.was, was: given.title })],
})

const without =
  ({ lessons, sections: gone }: Picked) =>
  (sections: CurriculumSection[]): CurriculumSection[] =>
    sections
      .filter(({ id }) => !gone.includes(id))
      .map((section) => ({
        ...section,
        lessons: section.lessons.filter(({ id }) => !lessons.includes(id)),
      }))

const trashing = (picked: Picked): Step => ({
  ask: () => ({ do: 'trash', ...picked }),
  show: without(picked),
})

const restoring = (picked: Picked): Step => ({ ask: () => ({ do: 'restore', ...picked }) })

export const trashStep = (picked: Picked, label: string): Step => ({
  ...trashing(picked),
  label,
  undo: () => [restoring(picked)],
})

/** Adds new rows; undone, they go to the trash, and come back as the same rows. */
export const addStep = (parts: NewPart[], words: Words, after?: string): Step => ({
  ask: () => ({ after, do: 'add', parts }),
  label: words.done.added(
    parts.reduce((sum, { lessons, title }) => sum + lessons.length + (title ? 1 : 0), 0),
  ),
  redo: (made) => [restoring(made)],
  undo: (made) => [trashing(made)],
})

export const copyStep = (picked: Picked, label: string): Step => ({
  ask: () => ({ do: 'copy', ...picked }),
  label,
  redo: (made) => [restoring(made)],
  undo: (made) => [trashing(made)],
})

type To = { course: string; section: null | string }

/** Moves to another course; undone, everything comes back to where it stood. */
export const transferStep = (
  { course, sections }: Pick<CurriculumTree, 'course' | 'sections'>,
  { label, picked, to }: { label: string; picked: Picked; to: To },
): Step => {
  const then = arrangementOf(sections)
  const home = sections.find(({ lessons }) => lessons.some(({ id }) => picked.lessons.includes(id)))

  return {
    ask: () => ({ do: 'transfer', to, ...picked }),
    label,
    show: without(picked),
    undo: () => [
      {
        ask: () => ({
          do: 'transfer',
          to: { course: course.id, section: home?.id ?? null },
          ...picked,
        }),
        of: to.course,
      },
      arrangeStep((now) => settle(now, then)),
    ],
  }
}

/** Copies into another course; undone, the copies go to its trash. */
export const copyToStep = (picked: Picked, to: To, label: string): Step => ({
  ask: () => ({ do: 'copy', to, ...picked }),
  label,
  redo: (made) => [{ ...restoring(made), of: to.course }],
  undo: (made) => [{ ...trashing(made), of: to.course, show: undefined }],
})

const changed =
  (ids: readonly string[], change: (lesson: CurriculumLesson) => CurriculumLesson) =>
  (sections: CurriculumSection[]): CurriculumSection[] =>
    sections.map((section) => ({
      ...section,
      lessons: section.lessons.map((one) => (ids.includes(one.id) ? change(one) : one)),
    }))

export const publishStep = (lessons: string[], isPublished: boolean): Step => ({
  ask: () => ({ do: 'publish', isPublished, lessons }),
  show: changed(lessons, (one) => ({ ...one, state: isPublished ? 'published' : 'draft' })),
})

type Ruled = { id: string; item: 'lesson' | 'section'; release: null | ReleaseRule }

const ruling = ({ id, item, release }: Ruled): Step => ({
  ask: () => ({ id, do: 'release', item, release }),
  show: (sections) =>
    item === 'lesson'
      ? changed([id], (one) => ({ ...one, release }))(sections)
      : sections.map((one) => (one.id === id ? { ...one, release } : one)),
})

/** Gives a section or lesson another rule of release, or none. */
export const releaseStep = (
  { was, ...given }: Ruled & { was: null | ReleaseRule },
  label: string,
): Step => ({ ...ruling(given), label, undo: () => [ruling({ ...given, release: was })] })

export const markStep = (lessons: string[], isPreview: boolean): Step => ({
  ask: () => ({ do: 'mark', isPreview, lessons }),
  show: changed(lessons, (one) => ({ ...one, isPreview })),
})
