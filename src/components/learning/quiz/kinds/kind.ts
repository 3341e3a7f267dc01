import type { ReactNode } from 'react'

import type { Answer, OpenQuestion } from '@/domain/learning/questions/types'

/** What the answers of each kind of question are given. */
export type KindProps = {
  error?: string
  given: Answer
  /** Heads the group of its controls, which all bear the question's id for a name. */
  legend: ReactNode
  onAnswer: (answer: readonly string[]) => void
  question: OpenQuestion
}
