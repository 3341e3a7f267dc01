import type { BankQuestion } from '@payload-types'
import type { Payload } from 'payload'

import { asTenant } from '@/database/scope'
import { requestOf } from '@/test/harness'

import { factories } from './index'

type Given = {
  course?: string
  isRetired?: boolean
  prompt?: string
  right?: 'Right' | 'Wrong'
  tags?: string
}

/** A choice of two, worth one point. */
export const bankChoice = (prompt: string, right: 'Right' | 'Wrong' = 'Right') => ({
  answers: ['Right', 'Wrong'].map((text) => ({ isRight: text === right, text })),
  blockType: 'singleChoice' as const,
  points: 1,
  prompt,
})

/** The question bank of a school, written by an author of it. */
export const bankOf = async (payload: Payload, tenant: string) => {
  const author = await factories(payload).user({ roles: ['instructor'], tenant })
  const work = <T>(run: (req: Awaited<ReturnType<typeof requestOf>>) => Promise<T>): Promise<T> =>
    asTenant(tenant, async () => run(await requestOf(author)))

  const create = (question: object, given: object = {}): Promise<BankQuestion> =>
    work((req) =>
      payload.create({
        collection: 'bank-questions',
        data: { question: [question], ...given, tenant } as never,
        depth: 0,
        overrideAccess: false,
        req,
      }),
    )

  const change = (id: string, data: object): Promise<BankQuestion> =>
    work((req) =>
      payload.update({
        id,
        collection: 'bank-questions',
        data: data,
        depth: 0,
        overrideAccess: false,
        req,
      }),
    )

  return {
    add: ({ prompt = 'A question', right, ...given }: Given = {}) =>
      create(bankChoice(prompt, right), given),
    author,
    change,
    remove: (id: string) =>
      work((req) =>
        payload.delete({ id, collection: 'bank-questions', depth: 0, overrideAccess: false, req }),
      ),
    /** Makes the answers called "Wrong" the right ones. */
    swap: (one: BankQuestion, data: object = {}) =>
      change(one.id, {
        question: one.question.map((question) => ({
          ...question,
          answers: (question as { answers: { text: string }[] }).answers.map((answer) => ({
            ...answer,
            isRight: answer.text === 'Wrong',
          })),
        })),
        ...data,
      }),
    /** A question of a quiz, moved to the bank. */
    take: (question: object, given?: object) => create(question, given),
  }
}
