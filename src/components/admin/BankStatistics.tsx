import type { DocumentViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'

import { isLocale } from '@/domain/tenancy/locales'
import { FEWEST } from '@/domain/learning/itemStatistics'
import { bankStatistics } from '@/operations/learning/itemStatistics'

import { wordsIn } from './words'
import { Items } from './statistics/Items'
import { STATISTICS_WORDS } from './statistics/words'

/** How a question of the bank did in each of its versions and quizzes, in a tab beside its form. */
export const BankStatistics = async ({ initPageResult }: DocumentViewServerProps) => {
  const { docID, permissions, req } = initPageResult
  const language = isLocale(req.i18n.language) ? req.i18n.language : 'en'
  const words = wordsIn(language, STATISTICS_WORDS)
  const items = permissions.collections?.['bank-questions']?.update
    ? await bankStatistics({ question: String(docID), req })
    : []

  return (
    <Gutter className="lectern-statistics">
      {items.length === 0 ? (
        <p className="lectern-empty">{words.none}</p>
      ) : (
        <>
          <p>
            {words.difficultyHint} {words.discriminationHint} {words.fewest(FEWEST)}
          </p>
          <Items isOfBank items={items} language={language} words={words} />
        </>
      )}
    </Gutter>
  )
}
