'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { callApi, type Answer } from '@/components/shell/api'
import type { Chosen, Grade, OpenQuestion } from '@/domain/learning/grading'

import { useLessonProgress } from '../LessonProgress'
import { withAnswer } from './answers'

/** An attempt under way, as the API gives it; times in ISO 8601. */
export type Attempt = {
  answers: Chosen
  deadlineAt: null | string
  id: string
  number: number
  questions: OpenQuestion[]
}

/** Where a learner is with a quiz. */
export type QuizState =
  | { attempt: Attempt; chosen: Chosen; grade: Grade; kind: 'graded' }
  | { attempt: Attempt; chosen: Chosen; kind: 'open' }
  | { kind: 'idle' | 'opening' }

type Saving = 'failed' | 'no' | 'saved' | 'yes'

/** Refusals after which the attempt is over, whatever is on the screen. */
const OVER = ['attemptClosed', 'attemptTooLate']

const openAttempt = (body: { lesson: string; quiz: string }): Promise<Answer<Attempt>> =>
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
  const [saving, setSaving] = useState<Saving>('no')
  const [isHandingIn, setHandingIn] = useState(false)
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const opened = (answer: Answer<Attempt>) => {
    if (answer.ok) {
      setState({ attempt: answer.data, chosen: answer.data.answers, kind: 'open' })
      setSaving('no')
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

  const end = (code: string) => {
    setError(code)
    if (OVER.includes(code)) {
      setState({ kind: 'idle' })
      router.refresh()
    }
  }

  const choose = (question: OpenQuestion, answer: string) => {
    if (state.kind !== 'open') {
      return
    }
    const { attempt } = state
    const chosen = withAnswer({ answer, chosen: state.chosen, question })
    setState({ ...state, chosen })
    setSaving('yes')
    line.current = line.current.then(async () => {
      const kept = await callApi(`/api/attempts/${attempt.id}`, {
        body: { answers: { [question.id]: chosen[question.id] ?? [] } },
        keepalive: true,
        method: 'PATCH',
      })
      setSaving(kept.ok ? 'saved' : 'failed')
      if (!kept.ok && OVER.includes(kept.code)) {
        end(kept.code)
      }
    })
  }

  const handIn = async () => {
    if (state.kind !== 'open' || isHandingIn) {
      return
    }
    const { attempt, chosen } = state
    setHandingIn(true)
    setError(null)
    await line.current
    const answer = await callApi<Grade>(`/api/attempts/${attempt.id}/submit`, {
      body: { answers: chosen },
    })
    setHandingIn(false)
    if (!answer.ok) {
      end(answer.code)

      return
    }
    setState({ attempt, chosen, grade: answer.data, kind: 'graded' })
    if (answer.data.passed) {
      markCompleted(lesson)
    } else {
      router.refresh()
    }
  }

  const [resumes] = useState(isUnderWay)
  const onOpened = useEffectEvent(opened)
  useEffect(() => {
    if (resumes) {
      void openAttempt({ lesson, quiz }).then((answer) => onOpened(answer))
    }
  }, [lesson, quiz, resumes])

  return { choose, error, handIn, isHandingIn, saving, start, state }
}
