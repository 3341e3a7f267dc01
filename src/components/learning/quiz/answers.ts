import type { Chosen, OpenQuestion } from '@/domain/learning/grading'

/** The answers after one was pressed: in a single choice it takes the other's place, in a multiple one it is added or taken away. */
export const withAnswer = ({
  answer,
  chosen,
  question: { id, kind },
}: {
  answer: string
  chosen: Chosen
  question: Pick<OpenQuestion, 'id' | 'kind'>
}): Chosen => {
  const before = chosen[id] ?? []
  if (kind === 'singleChoice') {
    return { ...chosen, [id]: [answer] }
  }

  return {
    ...chosen,
    [id]: before.includes(answer) ? before.filter((one) => one !== answer) : [...before, answer],
  }
}

/** Ids of the questions that have no answer yet, in their order. */
export const unanswered = (
  questions: readonly Pick<OpenQuestion, 'id'>[],
  chosen: Chosen,
): string[] => questions.map(({ id }) => id).filter((id) => !chosen[id]?.length)

/** Time left as `1:02:03` or `2:03`, from ms; never below nothing. */
export const timeLeft = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [first = 0, ...rest] = parts[0] ? parts : parts.slice(1)

  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
