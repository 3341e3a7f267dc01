import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { SurveyAnswer } from '@/domain/learning/surveys/answers'

import { row } from '@/database/transaction'
import { RuleError } from '@/domain/errors'
import { answersTo } from '@/domain/learning/surveys/answers'

import { completeLesson } from '../complete'
import { percentNow } from '../rollUp'
import { seatOf } from '../seat'
import { readSurvey } from './read'

type Given = {
  answers: Readonly<Record<string, unknown>>
  /** What the learner was told of it. */
  isAnonymous: boolean
  learner: string
  lesson: string
  req: PayloadRequest
  tenant: string
}

type Sent = { completed: true; percent: number }

/** Lets one request at a time answer for a learner, until its transaction ends. */
const takeTurns = ({ learner, lesson, req }: Given) =>
  row(req, sql`select pg_advisory_xact_lock(hashtextextended(${`survey:${learner}:${lesson}`}, 0))`)

/**
 * Keeps the answers of a learner and completes the lesson, once: a second call, at once or later, keeps nothing more and
 * answers the same. That they have answered stands in their progress; whose answers they are stands with them where the
 * survey is not anonymous. Null where there is no such survey; throws surveyChanged where it is not as anonymous
 * as the learner was told, answerUnknown, surveyIncomplete, lessonLocked, lessonNotYet and accessEnded. Runs in the caller's transaction.
 */
export const submitSurvey = async (given: Given): Promise<null | Sent> => {
  const { learner, lesson, req, tenant } = given
  await takeTurns(given)
  const seat = await seatOf({ caller: { account: learner }, lesson, req })
  const survey = seat?.kind === 'survey' ? await readSurvey({ learner, lesson, req }) : null
  if (!seat || !survey) {
    return null
  }
  if (!seat.kept?.completedAt) {
    if (survey.isAnonymous !== given.isAnonymous) {
      throw new RuleError('surveyChanged')
    }
    await keep({ ...given, course: seat.course }, answersTo(survey, given.answers))
    await completeLesson({ req, seat, tenant })
  }

  return { completed: true, percent: await percentNow({ course: seat.course, learner, req }) }
}

const keep = async (
  { course, isAnonymous, learner, lesson, req, tenant }: Given & { course: string },
  answers: readonly SurveyAnswer[],
): Promise<void> => {
  await row(
    req,
    sql`insert into survey_answers (id, tenant_id, lesson_id, course_id, learner_id, submitted_at, answers)
        values (gen_random_uuid(), ${tenant}, ${lesson}, ${course}, ${isAnonymous ? null : learner}::uuid,
          ${isAnonymous ? null : new Date().toISOString()}::timestamptz, ${JSON.stringify(answers)}::jsonb)
        on conflict (tenant_id, lesson_id, learner_id) do nothing returning id`,
  )
}
