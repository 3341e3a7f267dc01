import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KeptSurvey, Survey } from '@/domain/catalog/lessons/survey'

import { row } from '@/database/transaction'
import { surveyOf } from '@/domain/catalog/lessons/survey'

import { lessonFor } from '../seenLessons'

/** What the lesson `l` asks, as `KeptSurvey` in JSON. */
export const KEPT_SURVEY = sql`json_build_object('isAnonymous', l.survey_is_anonymous, 'questions', l.survey_questions)`

type Asked = { learner: string; lesson: string; req: PayloadRequest }

/** A lesson's survey as a learner has it; null where it is none. */
export const readSurvey = async ({ learner, lesson, req }: Asked): Promise<null | Survey> => {
  const found = await row<{ kept: KeptSurvey }>(
    req,
    sql`select ${KEPT_SURVEY} as kept from ${lessonFor({ learner, lesson })} l where l.kind = 'survey'`,
  )

  return found ? surveyOf(found.kept) : null
}
