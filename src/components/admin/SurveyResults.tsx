import type { DocumentViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'

import { isLocale } from '@/domain/tenancy/locales'
import { surveyResults } from '@/operations/learning/surveyResults'

import { QuestionChart } from './survey/QuestionChart'
import { SURVEY_WORDS } from './survey/words'

/** What came of a survey, question by question, beside the form of its lesson, for those who may change that. */
export const SurveyResults = async ({ initPageResult }: DocumentViewServerProps) => {
  const { docID, permissions, req } = initPageResult
  const language = isLocale(req.i18n.language) ? req.i18n.language : 'en'
  const words = SURVEY_WORDS[language]
  const found = permissions.collections?.lessons?.update
    ? await surveyResults({ lesson: String(docID), req })
    : null
  const number = new Intl.NumberFormat(language)

  return (
    <Gutter className="lectern-statistics lectern-survey">
      <header>
        <h1>{words.title}</h1>
        <Link href={`/admin/collections/lessons/${docID}`}>{words.back}</Link>
      </header>
      {!found || found.total === 0 ? (
        <p className="lectern-empty">{words.empty}</p>
      ) : (
        <>
          <header>
            <p>
              <bdi>{found.title}</bdi> · {words.replies(number.format(found.total))}
              {found.isAnonymous && ` · ${words.anonymous}`}
            </p>
            {!found.isHeldBack && (
              <a download href={`/api/surveys/${docID}/results.csv`}>
                {words.csv}
              </a>
            )}
          </header>
          {found.isHeldBack ? (
            <p className="lectern-empty">{words.heldBack}</p>
          ) : (
            found.questions.map((question) => (
              <QuestionChart
                key={question.id}
                language={language}
                question={question}
                words={words}
              />
            ))
          )}
        </>
      )}
    </Gutter>
  )
}
