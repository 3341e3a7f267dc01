import type { Lesson as LessonDocument, Quiz } from '@payload-types'
import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { OpenQuestion } from '@/domain/learning/grading'
import type { Pictures } from '@/domain/media/pictures'

import { mayOn } from '@/operations/catalog/team/rights'
import { idOf } from '@/domain/ids'
import { withoutKey } from '@/domain/learning/grading'
import { arranged } from '@/domain/learning/questions/arrange'
import { randomFrom } from '@/domain/learning/questions/shuffle'

import type { QuizItem } from './attempts/bank'
import type { LessonLearner, SharedLesson } from './lessonLearner'
import type { Resource } from './lessonView'

import { askerOf } from './asker'
import { questionsAsked } from './attempts/bank'
import { questionPictures } from './attempts/pictures'
import { draftContent, draftLength, isDocument } from './draftContent'
import { completionIn } from './lessonContent'

/**
 * A lesson as its author wrote it last, in the shape its page is made of, with the questions of its quiz, and
 * a learner who has done nothing yet.
 */
export type LessonDraft = {
  learner: LessonLearner
  pictures: Pictures
  questions: OpenQuestion[]
  view: SharedLesson
}

/**
 * The newest version of a lesson as a learner would see it, published or not, for those who teach its course;
 * null for everybody else, and where there is no such lesson. Reads alone: no progress, no attempt.
 */
export const readLessonDraft = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<LessonDraft | null> => {
  const { isAuthor } = askerOf(req)
  const teaches = isAuthor || Boolean((req.user as null | { teaches?: boolean })?.teaches)
  if (!z.uuid().safeParse(id).success || !teaches) {
    return null
  }
  const lesson = await req.payload.findByID({
    id,
    collection: 'lessons',
    depth: 1,
    disableErrors: true,
    draft: true,
    overrideAccess: false,
    populate: {
      courses: { slug: true, _status: true, title: true },
      media: {
        alt: true,
        filename: true,
        filesize: true,
        height: true,
        mimeType: true,
        pages: true,
        scorm: true,
        sizes: true,
        url: true,
        width: true,
      },
    },
    req,
  })
  if (!lesson || !isDocument(lesson.course)) {
    return null
  }
  const { course, kind } = lesson
  if (!(await mayOn(req, 'see', course.id))) {
    return null
  }
  const quiz = kind === 'quiz' && lesson.quiz ? await quizDraft(req, idOf(lesson.quiz)) : null
  const items = (quiz?.questions ?? []) as unknown as QuizItem[]
  const asked = arranged(
    await questionsAsked({ items, random: randomFrom(1), req }),
    { answers: quiz?.shuffleAnswers ?? false, questions: quiz?.shuffleQuestions ?? false },
    1,
  )
  const questions = asked.map(withoutKey)
  const shown = {
    id,
    body: lesson.body ?? null,
    duration: lesson.duration ?? null,
    isPreview: Boolean(lesson.isPreview),
    isRequired: Boolean(lesson.isRequired),
    kind,
    length: draftLength(lesson),
    quiz: quiz && {
      id: quiz.id,
      attemptLimit: quiz.attemptLimit ?? null,
      passMark: quiz.passMark,
      questions: questions.length,
      timeLimit: quiz.timeLimit ?? null,
      title: quiz.title,
    },
    resources: (lesson.resources ?? []).flatMap(resourceOf),
    title: lesson.title,
    ...draftContent(lesson),
  }

  return {
    learner: {
      accessUntil: null,
      allowance: null,
      attempts: [],
      completed: [],
      discussion: null,
      lesson: id,
      locks: {},
      now: Date.now(),
      resumeAt: 0,
      share: 0,
      unpaid: [],
      user: null,
    },
    pictures: await questionPictures({ questions: asked, req }),
    questions,
    view: {
      completion: completionIn({
        ...shown,
        rule: lesson.completion?.rule,
        share: lesson.completion?.percent,
      }),
      course: {
        id: course.id,
        slug: course.slug,
        isShown: course._status === 'published',
        title: course.title,
      },
      edition: null,
      endedAt: null,
      isEnrolled: false,
      lesson: shown,
      lock: null,
      needs: null,
      next: null,
      opensAt: null,
      previous: null,
      sections: [],
    },
  }
}

type Kept = NonNullable<LessonDocument['resources']>[number]

/** A resource as the lesson's page lists it; a file that is gone is left out, as it is there. */
const resourceOf = (kept: Kept): Resource[] => {
  if (kept.blockType === 'link') {
    return [{ kind: 'link', title: kept.title ?? '', url: kept.url }]
  }
  const { file, title } = kept

  return isDocument(file)
    ? [
        {
          id: file.id,
          filename: file.filename ?? '',
          kind: 'file',
          size: file.filesize ?? null,
          title: title ?? '',
        },
      ]
    : []
}

const quizDraft = (req: PayloadRequest, id: string): Promise<null | Quiz> =>
  req.payload.findByID({
    id,
    collection: 'quizzes',
    depth: 0,
    disableErrors: true,
    draft: true,
    overrideAccess: false,
    req,
  })
