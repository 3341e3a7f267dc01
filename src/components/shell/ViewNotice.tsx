'use client'

import { useEffect, useState } from 'react'

import type { SessionUser } from './session'
import type { ViewBar } from './ViewBar'

import { knownSession } from './session'

type Shown = { Bar: typeof ViewBar; until: string; user: SessionUser }

/** On pages without the account's menu: the bar above them while staff see the school as a learner does. */
export const ViewNotice = () => {
  const [shown, setShown] = useState<null | Shown>(null)
  useEffect(() => {
    const control = new AbortController()
    const look = async () => {
      const user = await knownSession(control.signal)
      if (user?.view) {
        const { ViewBar: Bar } = await import('./ViewBar')
        const { until } = user.view
        setShown((now) => (control.signal.aborted ? now : { Bar, until, user }))
      }
    }
    void look()

    return () => control.abort()
  }, [])

  return shown && <shown.Bar until={shown.until} user={shown.user} />
}
