'use client'

import { useState } from 'react'

import type { Chosen, OpenQuestion } from '@/domain/learning/grading'
import type { Pictures } from '@/domain/media/pictures'

import { PicturesContext } from './pictures'
import { QuizQuestion } from './QuizQuestion'

/** The questions of a quiz as a learner meets them; what is answered is kept nowhere. */
export const QuizTrial = ({
  pictures,
  questions,
}: {
  pictures: Pictures
  questions: readonly OpenQuestion[]
}) => {
  const [chosen, setChosen] = useState<Chosen>({})

  return (
    <PicturesContext value={pictures}>
      <div className="flex flex-col gap-10">
        {questions.map((question, place) => (
          <QuizQuestion
            count={questions.length}
            given={chosen[question.id] ?? []}
            key={question.id}
            number={place + 1}
            onAnswer={(answer) => setChosen((before) => ({ ...before, [question.id]: answer }))}
            question={question}
          />
        ))}
      </div>
    </PicturesContext>
  )
}
