import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { z } from 'zod'

import type { Allowance } from '@/domain/learning/allowances'
import type { LessonKind } from '@/domain/catalog/lessons/kinds'
import type { Completion } from '@/domain/learning/completion'
import type { Lock } from '@/domain/learning/entitlement'
import type { Whose } from '@/domain/learning/standing'
import type { Texts } from '@/domain/translation/texts'
import type { Language } from '@/operations/translation/textIn'

import { row } from '@/database/transaction'
import { KIND_RULES } from '@/domain/catalog/lessons/kinds'
import { closedCourse } from '@/domain/learning/entitlement'
import { resumeFrom } from '@/domain/learning/position'
import { translated } from '@/domain/translation/texts'
import { SHOWN_COURSE } from '@/operations/catalog/shownCourse'
import { languageOf } from '@/operations/translation/reading'
import { textIn, textsIn } from '@/operations/translation/textIn'

import type { Asker } from './asker'
import type { LessonContent, ReadContent } from './lessonContent'
import type { Locked, OpenOrLocked, OutlineSection, Place, RuledOutline, Stands } from './outline'
import type { UnpaidPlan } from './unpaidPlans'

import { allowanceOf } from './allowances'
import { completionIn, CONTENT, contentOf, LENGTH, MAIN_FILE } from './lessonContent'
import {
  endedOf,
  outlineOf,
  PLACE,
  placeOf,
  showable,
  standingOf,
  titleIn,
  whoseOf,
  withLocks,
} from './outline'
import { editionOf, lessonFor } from './seenLessons'
import { unpaidPlans } from './unpaidPlans'

type Neighbour = { id: string; title: string }

/** One try at the lesson's quiz, as its page lists it. */
type ListedAttempt = {
  deadlineAt: null | string
  id: string
  number: number
  passed: boolean | null
  percent: null | number
  startedAt: string
  submittedAt: null | string
  /** Whether somebody is still to read some of its answers. */
  waits: boolean
}

/** Something that goes with a lesson: a file (`size` in bytes) or a link. */
export type Resource = { title: string } & (
  | { filename: string; id: string; kind: 'file'; size: null | number }
  | { kind: 'link'; url: string }
)

type Lesson = LessonContent & {
  /** Lexical state; null where the lesson is locked or has no text. */
  body: unknown
  duration: null | number
  id: string
  isPreview: boolean
  isRequired: boolean
  kind: LessonKind
  /** Seconds or pages, as the kind counts. */
  length: null | number
  quiz: null | {
    attemptLimit: null | number
    id: string
    passMark: number
    questions: number
    timeLimit: null | number
    title: string
  }
  /** In their order; none where the lesson is locked. */
  resources: Resource[]
  title: string
}

type Kept = { completedAt: null | string; position: number; share: number }

type ReadLesson = Omit<Lesson, keyof LessonContent> & {
  content: null | ReadContent
  rule: null | string
  share: null | number
}

type Read = {
  /** What the learner is allowed in the lesson's quiz beyond its limits; null where nothing is. */
  allowance: Allowance | null
  attempts: ListedAttempt[]
  course: { id: string; isShown: boolean; slug: string; title: string }
  /** The edition of the course that the learner is pinned to; null where they follow it. */
  edition: null | string
  /** When the learner's access ended; null where it did not. */
  endedAt: null | string
  enrollment: null | Place
  kept: Kept | null
  lesson: ReadLesson
  sections: RuledOutline[]
  stands: Stands
  /** What the lesson says in the reader's language. */
  texts: null | Texts
  /** What could not be charged of the learner's subscriptions and plans. */
  unpaid: UnpaidPlan[]
}

/** Everything the lesson page shows. */
export type LessonView = Omit<Read, 'kept' | 'lesson' | 'sections' | 'stands' | 'texts'> &
  Pick<Locked, 'needs' | 'opensAt'> & {
    /** What completes the lesson. */
    completion: Completion
    lesson: Lesson
    lock: Lock
    next: Neighbour | null
    /** The server's clock in ms: a player reports times by it, so that devices agree on what came last. */
    now: number
    previous: Neighbour | null
    progress: {
      completed: boolean
      completedAt: null | string
      position: number
      resumeAt: number
      share: number
    }
    sections: OutlineSection<OpenOrLocked>[]
  }

/**
 * A published lesson, or that of their edition, as whoever asks may see it, in one statement: content only where it is open,
 * with the outline of its course, its neighbours, the learner's progress and where to resume. Null
 * where there is no such lesson, or its course is not shown.
 */
export const readLesson = async ({
  asker,
  lesson,
  now = new Date(),
  req,
}: {
  asker: Asker
  lesson: string
  now?: Date
  req: PayloadRequest
}): Promise<LessonView | null> => {
  if (!z.uuid().safeParse(lesson).success) {
    return null
  }
  const read = await row<Read>(req, lessonStatement(lesson, asker, await languageOf(req)))
  if (!read) {
    return null
  }
  const { allowance, attempts, course, edition, endedAt, enrollment, kept, stands, texts, unpaid } =
    read
  const said = texts ? translated('lessons', read.lesson, texts) : read.lesson
  const sections = withLocks(read.sections, { asker, now, stands })
  const line = sections.flatMap(({ lessons }) => lessons)
  const here = line.findIndex(({ id }) => id === said.id)
  const { lockedReason, needs, opensAt } = line[here] ?? alone(said, whoseOf(asker, stands), now)
  const found = lockedReason ? withoutContent(said) : said
  const position = kept?.position ?? 0
  const { content, rule, share, ...shown } = found

  return {
    allowance,
    attempts,
    completion: completionIn({ ...shown, rule, share }),
    course,
    edition,
    endedAt,
    enrollment,
    lesson: { ...shown, ...contentOf(found.id, content, texts) },
    lock: lockedReason,
    needs,
    next: here < 0 ? null : neighbour(line[here + 1]),
    now: now.getTime(),
    opensAt,
    previous: here < 0 ? null : neighbour(line[here - 1]),
    progress: {
      completed: Boolean(kept?.completedAt),
      completedAt: kept?.completedAt ?? null,
      position,
      resumeAt:
        KIND_RULES[found.kind].measure === 'pages'
          ? position
          : resumeFrom(position, found.duration ?? 0),
      share: kept?.share ?? 0,
    },
    sections,
    unpaid,
  }
}

/** A lesson of a section in the trash is in no outline, and no rule holds it back. */
const alone = ({ isPreview }: ReadLesson, whose: Whose, now: Date): Locked => ({
  lockedReason: isPreview ? null : closedCourse(whose, now),
  needs: null,
  opensAt: null,
})

/** What everybody may know of a lesson: what it is, and nothing that is in it. */
const withoutContent = (lesson: ReadLesson): ReadLesson => ({
  ...lesson,
  body: null,
  content: null,
  quiz: null,
  resources: [],
})

/** What goes with the lesson `l`, as JSON (`Resource[]`). */
const resourcesIn = (language: Language) => sql`
  select coalesce(json_agg(json_strip_nulls(json_build_object('title', ${textIn(
    language,
    'lessons',
    {
      field: sql`concat('resources.', r.one ->> 'id', '.title')`,
      kept: sql`l.kept_texts`,
      of: sql`l.id`,
      own: sql`r.one ->> 'title'`,
    },
  )}, 'kind', r.one ->> 'blockType',
    'url', r.one ->> 'url', 'id', f.id, 'filename', f.filename, 'size', f.filesize)) order by r.place), '[]'::json)
  from jsonb_array_elements(coalesce(l.resources, '[]')) with ordinality r (one, place)
  left join media f on f.id::text = r.one ->> 'file'
  where f.id is not null or r.one ->> 'url' is not null`

const neighbour = (lesson: Neighbour | undefined): Neighbour | null =>
  lesson ? { id: lesson.id, title: lesson.title } : null

const lessonStatement = (lesson: string, asker: Asker, language: Language) => {
  const { isAuthor, learner } = asker
  const open = sql`(e.id is not null or l.is_preview or ${isAuthor})`

  return sql`
    select json_build_object('id', c.id, 'slug', c.slug, 'isShown', ${SHOWN_COURSE}, 'title', ${titleIn(language, 'courses', 'c')}) as course, ${PLACE} as enrollment,
      ${endedOf(asker)} as "endedAt", ${standingOf(asker)} as stands,
      json_build_object(
        'id', l.id, 'title', l.title, 'kind', l.kind, 'duration', l.duration, 'length', ${LENGTH},
        'rule', l.completion_rule, 'share', l.completion_percent,
        'isPreview', coalesce(l.is_preview, false), 'isRequired', coalesce(l.is_required, false),
        'body', case when ${open} then l.body end,
        'resources', case when ${open} then (${resourcesIn(language)}) else '[]'::json end,
        'content', case when ${open} then ${CONTENT} end,
        'quiz', case when ${open} and q.id is not null then json_build_object(
          'id', q.id, 'title', ${titleIn(language, 'quizzes', 'q')}, 'passMark', q.pass_mark, 'attemptLimit', q.attempt_limit,
          'timeLimit', q.time_limit, 'questions', (select coalesce(sum(case when item ->> 'blockType' = 'pool' then (item ->> 'count')::int else 1 end), 0)
            from jsonb_array_elements(coalesce(q.questions, '[]')) item)) end
      ) as lesson,
      case when p.id is not null then json_build_object(
        'completedAt', p.completed_at, 'position', p.position, 'share', p.share) end as kept,
      case when l.kind = 'quiz' then (
        select coalesce(json_agg(json_build_object(
          'id', a.id, 'number', a.number, 'startedAt', a.started_at, 'deadlineAt', a.deadline_at,
          'submittedAt', a.submitted_at, 'percent', a.percent, 'passed', a.passed, 'waits', coalesce(a.waits, false)) order by a.number), '[]'::json)
        from quiz_attempts a where a.lesson_id = l.id and a.learner_id = ${learner}::uuid
      ) else '[]'::json end as attempts,
      case when q.id is not null then ${allowanceOf({ enrollment: sql`e.id`, quiz: sql`q.id` })} end as allowance,
      ${outlineOf(sql`c.id`, asker, language)} as sections, ${editionOf('e')} as edition,
      ${textsIn(language, 'lessons', { kept: sql`l.kept_texts`, of: sql`l.id` })} as texts,
      ${unpaidPlans(learner)} as unpaid
    from ${lessonFor({ learner, lesson })} l
    join courses c on c.id = l.course_id
    ${placeOf(asker)}
    left join progress p on p.lesson_id = l.id and p.learner_id = ${learner}::uuid
    left join media m on m.id = ${MAIN_FILE}
    left join quizzes q on l.kind = 'quiz' and q.id = l.quiz_id and q._status = 'published'
    where ${showable(asker)}`
}
