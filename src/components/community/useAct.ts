'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'

import { callApi, type Answer } from '@/components/shell/api'

type Call = { body?: object; method?: 'DELETE' | 'PATCH' | 'POST' }

/**
 * Does something to a discussion and shows it as it is then. `isBusy` until both are done; `error` is the code of the last
 * refusal. `act` answers whether it was done.
 */
export const useAct = () => {
  const router = useRouter()
  const [isRefreshing, refresh] = useTransition()
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const act = async (path: string, call: Call, leaveTo?: string): Promise<boolean> => {
    setSending(true)
    const answer: Answer<unknown> = await callApi(path, call)
    setSending(false)
    setError(answer.ok ? null : answer.code)
    if (answer.ok) {
      refresh(() => (leaveTo ? router.push(leaveTo) : router.refresh()))
    }

    return answer.ok
  }

  return { act, error, isBusy: isSending || isRefreshing }
}
