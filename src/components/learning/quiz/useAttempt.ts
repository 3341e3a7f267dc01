'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'

import { callApi, type Answer as Called } from '@/components/shell/api'
import type { Chosen, OpenQuestion, ReviewedGrade } from '@/domain/learning/grading'
import type { Answer } from '@/domain/learning/questions/types'
import type { MarkChange } from '@/domain/learning/remarking'
import type { OpenAttempt } from '@/domain/learning/attempts'

import { useLessonProgress } from '../LessonProgress'
import { useKeeping } from '../useKeeping'

/** An attempt as the API gives it. */
export type Attempt = Pick<
  OpenAttempt,
  'answers' | 'deadlineAt' | 'id' | 'number' | 'pictures' | 'questions'
>

/** Where a learner is with a quiz. `isPast` where an attempt of before is looked at again. */
export type QuizState =
  | {
      attempt: Attempt
      changes: readonly Omit<MarkChange, 'by'>[]
      chosen: Chosen
      grade: ReviewedGrade
      isPast: boolean
      kind: 'graded'
    }
  | { attempt: Attempt; chosen: Chosen; kind: 'open' }
  | { kind: 'idle' | 'opening' }

/** Refusals after which the attempt is over, whatever is on the screen. */
const OVER = ['attemptClosed', 'attemptTooLate']

const TYPED: readonly OpenQuestion['kind'][] = ['cloze', 'essay', 'number', 'shortText']

const openAttempt = (body: { lesson: string; quiz: string }): Promise<Called<Attempt>> =>
  callApi<Attempt>('/api/attempts', { body })

/**
 * One quiz from its start to its result. Each answer is sent as it is given, in order, so that a reload or a
 * second device goes on with the same; `isUnderWay` opens at once what was begun before.
 */
export const useAttempt = ({
  isUnderWay,
  lesson,
  quiz,
}: {
  isUnderWay: boolean
  lesson: string
  quiz: string
}) => {
  const router = useRouter()
  const { markCompleted } = useLessonProgress()
  const [state, setState] = useState<QuizState>({ kind: isUnderWay ? 'opening' : 'idle' })
  const [error, setError] = useState<null | string>(null)
  const [isHandingIn, setHandingIn] = useState(false)

  const end = (code: string) => {
    setError(code)
    if (OVER.includes(code)) {
      setState({ kind: 'idle' })
      router.refresh()
    }
  }
  const { keep, saving, settle } = useKeeping<Answer>({
    onRefused: (code) => {
      if (OVER.includes(code)) {
        end(code)
      }
    },
    requestOf: (attempt, answers) => ({ body: { answers }, path: `/api/attempts/${attempt}` }),
  })

  const opened = (answer: Called<Attempt>) => {
    if (answer.ok) {
      setState({ attempt: answer.data, chosen: answer.data.answers, kind: 'open' })
    } else {
      setState({ kind: 'idle' })
      setError(answer.code)
    }
  }

  const start = async () => {
    setState({ kind: 'opening' })
    setError(null)
    opened(await openAttempt({ lesson, quiz }))
  }

  const review = async (id: string) => {
    setError(null)
    const answer = await callApi<{
      attempt: Attempt
      changes: Omit<MarkChange, 'by'>[]
      grade: null | ReviewedGrade
    }>(`/api/attempts/${id}`)
    if (!answer.ok) {
      setError(answer.code)
    } else if (answer.data.grade) {
      const { attempt, changes, grade } = answer.data
      setState({ attempt, changes, chosen: attempt.answers, grade, isPast: true, kind: 'graded' })
    }
  }

  const answer = ({ id, kind }: OpenQuestion, given: Answer) => {
    setState((now) =>
      now.kind === 'open' ? { ...now, chosen: { ...now.chosen, [id]: given } } : now,
    )
    if (state.kind === 'open') {
      keep({ isTyped: TYPED.includes(kind), of: state.attempt.id, part: id, value: given })
    }
  }

  const handIn = async () => {
    if (state.kind !== 'open' || isHandingIn) {
      return
    }
    const { attempt, chosen } = state
    setHandingIn(true)
    setError(null)
    await settle()
    const graded = await callApi<ReviewedGrade>(`/api/attempts/${attempt.id}/submit`, {
      body: { answers: chosen },
    })
    setHandingIn(false)
    if (!graded.ok) {
      end(graded.code)

      return
    }
    setState({ attempt, changes: [], chosen, grade: graded.data, isPast: false, kind: 'graded' })
    if (graded.data.passed) {
      markCompleted(lesson)
    } else {
      router.refresh()
    }
  }

  /** The clock has run out: hands in, unless the server has given more time meanwhile. */
  const timeIsUp = async () => {
    if (state.kind !== 'open') {
      return
    }
    const { id, deadlineAt } = state.attempt
    const asked = await callApi<{ attempt: Attempt }>(`/api/attempts/${id}`)
    const ends = asked.ok ? asked.data.attempt.deadlineAt : deadlineAt
    if (ends && deadlineAt && new Date(ends) > new Date(deadlineAt)) {
      setState((now) =>
        now.kind === 'open' ? { ...now, attempt: { ...now.attempt, deadlineAt: ends } } : now,
      )
    } else {
      await handIn()
    }
  }

  const [resumes] = useState(isUnderWay)
  const onOpened = useEffectEvent(opened)
  useEffect(() => {
    if (resumes) {
      void openAttempt({ lesson, quiz }).then((called) => onOpened(called))
    }
  }, [lesson, quiz, resumes])

  return {
    answer,
    error,
    handIn,
    isHandingIn,
    leaveReview: () => setState({ kind: 'idle' }),
    review,
    saving,
    start,
    state,
    timeIsUp,
  }
}
