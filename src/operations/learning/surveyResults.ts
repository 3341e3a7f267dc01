import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { KeptSurvey } from '@/domain/catalog/lessons/survey'
import type { SurveyAnswer } from '@/domain/learning/surveys/answers'
import type { QuestionResult } from '@/domain/learning/surveys/results'

import { row, rows } from '@/database/transaction'
import { surveyOf } from '@/domain/catalog/lessons/survey'
import { FEWEST_ANONYMOUS, resultsOf } from '@/domain/learning/surveys/results'

import { KEPT_SURVEY } from './surveys/read'

type Asked = { lesson: string; req: PayloadRequest }

/** What one learner answered; `name` and `submittedAt` (ISO 8601) are null wherever the survey is anonymous. */
type SurveyReply = {
  answers: SurveyAnswer[]
  name: null | string
  submittedAt: null | string
}

/** Answers by what they are sorted by: named ones by time, all others by their random ids. */
const repliesTo = ({ lesson, req }: Asked, isAnonymous: boolean): Promise<SurveyReply[]> =>
  rows<SurveyReply>(
    req,
    isAnonymous
      ? sql`select a.answers, null as name, null as "submittedAt" from survey_answers a where a.lesson_id = ${lesson} order by a.id`
      : sql`select a.answers, u.name, to_json(a.submitted_at) #>> '{}' as "submittedAt"
            from survey_answers a left join users u on u.id = a.learner_id
            where a.lesson_id = ${lesson} order by a.submitted_at nulls first, a.id`,
  )

/** What came of a survey. `isHeldBack`: too few have answered it for anybody to stay unknown, and nothing is told yet. */
export type SurveyResults = {
  isAnonymous: boolean
  isHeldBack: boolean
  questions: QuestionResult[]
  replies: SurveyReply[]
  title: string
  total: number
}

/** The results of a survey, for those who may change its lesson; null where it is none. Two statements. */
export const surveyResults = async ({ lesson, req }: Asked): Promise<null | SurveyResults> => {
  const found = await row<{ kept: KeptSurvey; title: string }>(
    req,
    sql`select ${KEPT_SURVEY} as kept, l.title from lessons l where l.id = ${lesson} and l.kind = 'survey'`,
  )
  if (!found) {
    return null
  }
  const survey = surveyOf(found.kept)
  const all = await repliesTo({ lesson, req }, survey.isAnonymous)
  const isHeldBack = survey.isAnonymous && all.length < FEWEST_ANONYMOUS
  const replies = isHeldBack ? [] : all

  return {
    isAnonymous: survey.isAnonymous,
    isHeldBack,
    questions: resultsOf(
      survey,
      replies.map(({ answers }) => answers),
    ),
    replies,
    title: found.title,
    total: all.length,
  }
}
