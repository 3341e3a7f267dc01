'use client'

import { useEffect, useEffectEvent, useState } from 'react'

import { callApi, type Answer } from '@/components/shell/api'
import type { HandedIn, Work } from '@/domain/learning/assignments/work'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { useLessonProgress } from '../LessonProgress'
import { useKeeping } from '../useKeeping'

const read = (lesson: string): Promise<Answer<Work>> => callApi<Work>(`/api/assignments/${lesson}`)

/** Refusals after which the work stands otherwise than it is shown. */
const MOVED_ON = ['assignmentClosed', 'submissionClosed']

type State = { error: null | string; text: string; work: null | Work }

/** A learner's work in an assignment: read once, its text kept as it is typed, handed in. */
export const useWork = (lesson: string) => {
  const { markCompleted } = useLessonProgress()
  const [{ error, text, work }, setState] = useState<State>({ error: null, text: '', work: null })
  const [isHandingIn, setHandingIn] = useState(false)

  const say = (code: null | string) => setState((now) => ({ ...now, error: code }))
  const take = (answer: Answer<Work>, said: null | string = null) => {
    if (answer.ok) {
      setState({ error: said, text: answer.data.draft?.text ?? '', work: answer.data })
    } else {
      say(answer.code)
    }
  }
  const reload = async (said: null | string = null) => take(await read(lesson), said)

  const onRead = useEffectEvent((answer: Answer<Work>) => take(answer))
  useEffect(() => {
    void read(lesson).then((answer) => onRead(answer))
  }, [lesson])

  const { keep, saving, settle } = useKeeping<string>({
    onRefused: (code) => {
      if (MOVED_ON.includes(code)) {
        void reload(code)
      }
    },
    requestOf: (number, parts) => ({
      body: { number: Number(number), text: parts.text ?? '' },
      path: `/api/assignments/${lesson}`,
    }),
  })

  const withFiles = (change: (files: readonly WorkFile[]) => WorkFile[]) =>
    setState((now) =>
      now.work?.draft
        ? {
            ...now,
            work: {
              ...now.work,
              draft: { ...now.work.draft, files: change(now.work.draft.files) },
            },
          }
        : now,
    )

  const type = (typed: string) => {
    setState((now) => ({ ...now, error: null, text: typed }))
    if (work) {
      keep({ isTyped: true, of: String(work.next), part: 'text', value: typed })
    }
  }

  const remove = async (file: string) => {
    if (!work) {
      return
    }
    const answer = await callApi(`/api/assignments/${lesson}/${work.next}/files/${file}`, {
      method: 'DELETE',
    })
    if (answer.ok || answer.status === 404) {
      withFiles((files) => files.filter(({ id }) => id !== file))
    } else {
      say(answer.code)
    }
  }

  const handIn = async () => {
    if (!work || isHandingIn) {
      return
    }
    setHandingIn(true)
    say(null)
    await settle()
    const answer = await callApi<HandedIn>(`/api/assignments/${lesson}/submit`, {
      body: { number: work.next, text },
    })
    if (answer.ok || MOVED_ON.includes(answer.code)) {
      await reload(answer.ok ? null : answer.code)
    } else {
      say(answer.code)
    }
    setHandingIn(false)
    if (answer.ok && answer.data.completed) {
      markCompleted(lesson)
    }
  }

  return {
    type,
    add: (file: WorkFile) => withFiles((files) => [...files, file]),
    error,
    handIn,
    isHandingIn,
    reload,
    remove,
    saving,
    say,
    text,
    work,
  }
}
