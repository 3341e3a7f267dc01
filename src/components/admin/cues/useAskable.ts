'use client'

import { useEffect, useState } from 'react'

import { ask } from '../ask'

/** A question that a film can ask, with the answers by which it may go on elsewhere. */
export type Askable = {
  branches: ({ answer: 'false' | 'true' } | { id: string; text: string })[]
  id: string
  prompt: string
}

/** What a film or a recording can ask, and the file itself. */
export type Film = {
  filename: null | string
  isSound: boolean
  questions: Askable[]
  status: 'failed' | 'ready'
}

type Item = {
  answers?: { id: string; text: string }[]
  blockType: string
  id: string
  prompt?: string
  question?: null | string | { prompt?: string; question?: Item[] }
  tags?: null | string
}

/** Names a pool by its tags. */
type Drawn = (tags: string) => string

const BRANCHED = ['multipleChoice', 'singleChoice']

/** An item of a quiz as a question that can be asked; a pool, as `drawn` calls it, asks one that is drawn for each learner. */
const askableIn = (item: Item, drawn: Drawn): Askable[] => {
  if (item.blockType === 'pool') {
    return [{ id: item.id, branches: [], prompt: drawn(item.tags ?? '') }]
  }
  const { question } = item
  if (item.blockType === 'bankQuestion') {
    const body = typeof question === 'object' ? question?.question?.[0] : undefined

    return body ? [{ ...describe(body), id: item.id }] : []
  }

  return [describe(item)]
}

const describe = ({ id, answers = [], blockType, prompt = '' }: Item): Askable => ({
  id,
  branches:
    blockType === 'trueFalse'
      ? [{ answer: 'true' }, { answer: 'false' }]
      : BRANCHED.includes(blockType)
        ? answers.map(({ id: answer, text }) => ({ id: answer, text }))
        : [],
  prompt,
})

type Given = { drawn: Drawn; film: null | string; quiz: null | string }

const reading = async ({ drawn, film, quiz }: Given): Promise<Film> => {
  const [file, asked] = await Promise.all([
    film ? ask<{ filename?: string; mimeType?: string }>(`/api/media/${film}?depth=0`) : null,
    quiz ? ask<{ questions?: Item[] | null }>(`/api/quizzes/${quiz}?depth=1&draft=true`) : null,
  ])

  return {
    filename: file?.ok ? (file.value.filename ?? null) : null,
    isSound: file?.ok === true && (file.value.mimeType ?? '').startsWith('audio/'),
    questions: asked?.ok
      ? (asked.value.questions ?? []).flatMap((item) => askableIn(item, drawn))
      : [],
    status: asked?.ok ? 'ready' : 'failed',
  }
}

/** Reads the film and the quiz of a lesson, anew when either is another. */
export const useAskable = ({ drawn, film, quiz }: Given): Film | null => {
  const [read, setRead] = useState<{ film: Film; of: string } | null>(null)
  const of = `${film}:${quiz}`
  useEffect(() => {
    let isCurrent = true
    void reading({ drawn, film, quiz }).then((found) => isCurrent && setRead({ film: found, of }))

    return () => {
      isCurrent = false
    }
  }, [drawn, film, of, quiz])

  return read?.of === of ? read.film : null
}
