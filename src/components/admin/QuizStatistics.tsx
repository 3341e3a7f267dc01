import type { DocumentViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'

import { isLocale } from '@/domain/tenancy/locales'
import { FEWEST } from '@/domain/learning/itemStatistics'
import { quizStatistics } from '@/operations/learning/itemStatistics'

import { wordsIn } from './words'
import { Items } from './statistics/Items'
import { numbersIn } from './statistics/numbers'
import { Results } from './statistics/Results'
import { STATISTICS_WORDS } from './statistics/words'

/** How a quiz and each of its questions did, in a tab beside its form, for those who may read it. */
export const QuizStatistics = async ({ initPageResult }: DocumentViewServerProps) => {
  const { docID, permissions, req } = initPageResult
  const language = isLocale(req.i18n.language) ? req.i18n.language : 'en'
  const words = wordsIn(language, STATISTICS_WORDS)
  const found = permissions.collections?.quizzes?.read
    ? await quizStatistics({ quiz: String(docID), req })
    : null
  if (!found || found.attempts === 0 || !found.countedAt) {
    return (
      <Gutter className="lectern-statistics">
        <p className="lectern-empty">{words.none}</p>
      </Gutter>
    )
  }

  return (
    <Gutter className="lectern-statistics">
      <Results {...found} language={language} words={words} />
      <header>
        <h2>{words.questions}</h2>
        <a download href={`/api/quizzes/${docID}/statistics.csv`}>
          {words.csv}
        </a>
      </header>
      <p>
        {words.difficultyHint} {words.discriminationHint} {words.fewest(FEWEST)}
      </p>
      <Items items={found.items} language={language} words={words} />
      <p>{words.counted(numbersIn(language).moment(found.countedAt))}</p>
    </Gutter>
  )
}
