'use client'

import { useState } from 'react'

import type { Chosen, OpenQuestion } from '@/domain/learning/grading'

import { withAnswer } from './answers'
import { QuizQuestion } from './QuizQuestion'

/** The questions of a quiz as a learner meets them; what is chosen is kept nowhere. */
export const QuizTrial = ({ questions }: { questions: readonly OpenQuestion[] }) => {
  const [chosen, setChosen] = useState<Chosen>({})

  return (
    <div className="flex flex-col gap-10">
      {questions.map((question, place) => (
        <QuizQuestion
          chosen={chosen[question.id] ?? []}
          count={questions.length}
          key={question.id}
          number={place + 1}
          onChoose={(answer) =>
            setChosen((before) => withAnswer({ answer, chosen: before, question }))
          }
          question={question}
        />
      ))}
    </div>
  )
}
