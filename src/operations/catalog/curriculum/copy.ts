import type { PayloadRequest } from 'payload'

import type { Picked } from '@/domain/catalog/curriculum/changes'
import type { Cue } from '@/domain/catalog/lessons/cues'
import type { CurriculumLesson, CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { LONGEST_TITLE } from '@/domain/catalog/curriculum/changes'
import { portableRelease } from '@/domain/catalog/release'
import { movedCues, readCues } from '@/domain/catalog/lessons/cues'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'

const COPY = { en: 'copy', he: 'עותק', ru: 'копия' }

/** `Title (copy)`, in the language of whoever copies, cut to the length of a title. */
const copyTitle = (req: PayloadRequest, title: string): string => {
  const { language } = req.i18n ?? {}
  const suffix = ` (${COPY[isLocale(language) ? language : 'en']})`

  return `${title.slice(0, LONGEST_TITLE - suffix.length).trimEnd()}${suffix}`
}

type Work = { req: PayloadRequest; to: string; tree: CurriculumTree }

/** What was made, each copy with what it was made of. */
export type Copied = Picked & { of: Map<string, string> }

/**
 * Copies sections with their lessons, and single lessons, as drafts: texts and settings as their newest
 * versions have them, quizzes of their own, the same files. The course `to` gets them at its end; a single
 * lesson comes into `section`, or beside its original.
 */
export const copyItems = async ({
  lessons,
  section,
  sections,
  ...work
}: Picked & Work & { section: null | string }): Promise<Copied> => {
  const made: Copied = { lessons: [], of: new Map(), sections: [] }
  const { req, to, tree } = work
  for (const one of tree.sections.filter(({ id }) => sections.includes(id))) {
    const isHere = to === tree.course.id
    const copy = await req.payload.create({
      collection: 'sections',
      data: {
        course: to,
        release: isHere ? one.release : portableRelease(one.release),
        title: isHere ? copyTitle(req, one.title) : one.title,
      } as never,
      depth: 0,
      overrideAccess: false,
      req,
    })
    made.sections.push(copy.id)
    made.of.set(copy.id, one.id)
    for (const lesson of one.lessons) {
      await copyLesson(work, { lesson, made, section: copy.id, title: lesson.title })
    }
  }
  for (const home of tree.sections.filter(({ id }) => !sections.includes(id))) {
    for (const lesson of home.lessons.filter(({ id }) => lessons.includes(id))) {
      const title = section ? lesson.title : copyTitle(req, lesson.title)
      await copyLesson(work, { lesson, made, section: section ?? home.id, title })
    }
  }

  return made
}

const copyLesson = async (
  { req, to, tree }: Work,
  {
    lesson,
    made,
    section,
    title,
  }: { lesson: CurriculumLesson; made: Copied; section: string; title: string },
): Promise<void> => {
  const copy = await req.payload.duplicate({
    id: lesson.id,
    collection: 'lessons',
    data: {
      _status: 'draft',
      course: to,
      release: to === tree.course.id ? lesson.release : portableRelease(lesson.release),
      section,
      title,
    } as never,
    depth: 0,
    draft: true,
    overrideAccess: false,
    req,
  })
  if (copy.quiz) {
    const { cues, quiz } = await copyQuiz(req, idOf(copy.quiz), readCues(copy.cues) ?? [])
    await req.payload.update({
      id: copy.id,
      collection: 'lessons',
      data: { cues, quiz },
      depth: 0,
      draft: true,
      overrideAccess: false,
      req,
    })
  }
  made.lessons.push(copy.id)
  made.of.set(copy.id, lesson.id)
}

/** A quiz of its own, so that changing the copy regrades nobody who took the original, and the cues that ask it. */
const copyQuiz = async (
  req: PayloadRequest,
  id: string,
  cues: readonly Cue[],
): Promise<{ cues: Cue[]; quiz: string }> => {
  const original = await req.payload.findByID({
    id,
    collection: 'quizzes',
    depth: 0,
    overrideAccess: false,
    req,
  })
  const copy = await req.payload.duplicate({
    id,
    collection: 'quizzes',
    data: { _status: original._status, title: copyTitle(req, original.title) },
    depth: 0,
    draft: original._status !== 'published',
    overrideAccess: false,
    req,
  })

  const moved = movedCues(cues, { from: original.questions ?? [], to: copy.questions ?? [] })

  return { cues: moved, quiz: copy.id }
}
