'use client'

import { useRowLabel } from '@payloadcms/ui'

import { tagsOf } from '@/domain/catalog/bank'

import { useAnswer } from './useAnswer'
import { useBankWords } from './useBankWords'

type Item = {
  blockType?: string
  count?: null | number
  question?: null | string | { id: string }
  tags?: null | string
  version?: null | number
}

const PoolLabel = ({ count, tags }: Item) => {
  const words = useBankWords()

  return (
    <>
      <strong>{words.drawn(count ?? 0)}</strong>
      <span dir="auto">{tagsOf(tags).join(', ') || words.everything}</span>
    </>
  )
}

const QuestionOfBank = ({ question, version }: Item) => {
  const words = useBankWords()
  const id = typeof question === 'object' ? question?.id : question
  const found = useAnswer<{ title?: string }>(
    id ? `/bank-questions/${id}?depth=0&select[title]=true&joins=false` : null,
  )

  return (
    <>
      {found?.title && <strong dir="auto">{found.title}</strong>}
      <span>
        {words.fromBank}
        {version ? `, ${words.version(version)}` : ''}
      </span>
    </>
  )
}

/** The head of a pool or of a question of the bank in its quiz: its place, and what it asks. */
export const BankLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<Item>()

  return (
    <span className="lectern-question">
      <span>{rowNumber + 1}.</span>
      {data.blockType === 'pool' ? <PoolLabel {...data} /> : <QuestionOfBank {...data} />}
    </span>
  )
}
