'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callApi } from '@/components/shell/api'

type PlanCall = {
  call: (step: string, body?: object) => Promise<boolean>
  fault: null | string
  isBusy: boolean
}

/** Asks for a step of one subscription, and shows it again as it then stands; `fault` is a key of `errors`. */
export const usePlanCall = (id: string): PlanCall => {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<null | string>(null)

  const call = async (step: string, body: object = {}): Promise<boolean> => {
    setBusy(true)
    const answer = await callApi(`/api/subscriptions/${id}/${step}`, { body })
    setBusy(false)
    setFault(answer.ok ? null : answer.code)
    router.refresh()

    return answer.ok
  }

  return { call, fault, isBusy }
}
