'use client'

import { useEffect, useState } from 'react'

export type Refusal = { code: string; reason: string }

const NAME = 'refusal'

/** What `refusal` holds: the answer of a redirection, which has no body that a page could read. */
const read = (): null | Refusal => {
  const pair = document.cookie.split(/;\s*/).find((one) => one.startsWith(`${NAME}=`))
  if (!pair) {
    return null
  }
  document.cookie = `${NAME}=; Max-Age=0; Path=/; SameSite=Lax`
  try {
    const { code, reason } = JSON.parse(
      decodeURIComponent(pair.slice(NAME.length + 1)),
    ) as Partial<Refusal>

    return typeof code === 'string' ? { code, reason: reason ?? '' } : null
  } catch {
    return null
  }
}

/** Why somebody who comes back from a provider was not let in; said once. */
export const useRefusal = (): null | Refusal => {
  const [refusal, setRefusal] = useState<null | Refusal>(null)
  useEffect(() => {
    const look = () => setRefusal((known) => known ?? read())
    look()
  }, [])

  return refusal
}
