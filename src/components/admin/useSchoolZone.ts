'use client'

import { useEffect, useState } from 'react'

type School = { docs: { settings?: { timeZone?: null | string } }[] }

/** IANA name of the zone on whose clock the school lives; null until it is known. */
export const useSchoolZone = (): null | string => {
  const [zone, setZone] = useState<null | string>(null)
  useEffect(() => {
    let isCurrent = true
    void fetch('/api/tenants?depth=0&limit=1&select[settings]=true')
      .then(async (answer) =>
        answer.ok ? ((await answer.json()) as School).docs[0]?.settings?.timeZone : null,
      )
      .then((found) => isCurrent && setZone(found ?? 'UTC'))
      .catch(() => isCurrent && setZone('UTC'))

    return () => {
      isCurrent = false
    }
  }, [])

  return zone
}
