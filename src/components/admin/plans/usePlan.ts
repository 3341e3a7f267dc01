import { useCallback, useEffect, useState } from 'react'

import type { PlanOverview } from '@/operations/analytics/planOverview'

type Said<T> = { code: string; ok: false } | { ok: true; value: T }

/** Asks the API of plans, by POST where something is sent. Never throws. */
const ask = async <T>(path: string, body?: object): Promise<Said<T>> => {
  try {
    const answer = await fetch(
      `/api/plan${path}`,
      body && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      },
    )
    const said = (await answer.json()) as { data?: { code?: string } } & T & { code?: string }

    return answer.ok
      ? { ok: true, value: said }
      : { code: said.code ?? said.data?.code ?? 'other', ok: false }
  } catch {
    return { code: 'other', ok: false }
  }
}

/** Between two looks at a payment that is being confirmed, and how many there are. */
const LOOK_MS = 1_500
const LOOKS = 40

/** What somebody comes back from the payment page with: the plan that they paid for, or that it was declined. */
export type Visit = { declined: boolean; paid: null | string }

/** The school's plan as it stands, what can be done about it, and what a payment that was just made came to. */
export const usePlan = ({
  initial,
  language,
  visit: { declined: wasDeclined, paid },
}: {
  initial: PlanOverview
  language: string
  visit: Visit
}) => {
  const [overview, setOverview] = useState(initial)
  const [busy, setBusy] = useState<null | string>(null)
  const [fault, setFault] = useState<null | string>(null)
  const [awaited, setAwaited] = useState(paid)
  const [declined, setDeclined] = useState(wasDeclined)
  const refresh = useCallback(async (): Promise<null | PlanOverview> => {
    const said = await ask<PlanOverview>('')
    if (said.ok) {
      setOverview(said.value)
    }

    return said.ok ? said.value : null
  }, [])

  useEffect(() => {
    let isCurrent = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (left: number): Promise<void> => {
      const now = await refresh()
      if (!isCurrent) {
        return
      }
      if (now?.paid?.plan === paid || left === 0) {
        setAwaited(null)
        history.replaceState(null, '', location.pathname)
      } else {
        timer = setTimeout(() => void look(left - 1), LOOK_MS)
      }
    }
    if (paid) {
      void look(LOOKS)
    }

    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [paid, refresh])

  const act = async (name: string, run: () => Promise<Said<{ url?: string }>>): Promise<void> => {
    setBusy(name)
    setFault(null)
    setDeclined(false)
    const said = await run()
    if (said.ok && said.value.url) {
      location.assign(said.value.url)

      return
    }
    setFault(said.ok ? null : said.code)
    await refresh()
    setBusy(null)
  }

  return {
    awaited,
    busy,
    cancel: () => act('cancel', () => ask('/cancel', {})),
    choose: (plan: string) => act(plan, () => ask('/subscribe', { locale: language, plan })),
    declined,
    fault,
    openPortal: () => act('portal', () => ask('/portal', {})),
    overview,
    resume: () => act('resume', () => ask('/resume', {})),
  }
}

export type PlanActs = ReturnType<typeof usePlan>
