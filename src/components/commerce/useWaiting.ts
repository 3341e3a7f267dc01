'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** Seconds between looks: quickly at first, then patiently. */
const PAUSES = [0.6, 0.6, 0.8, 1, 1, 1.5, 2, 2, 3, 3, 4, 4, 5, 5, 5, 8, 8, 8, 8, 8, 8]

/** After this many looks one says that it takes longer than usual. */
const LONG = 10

/** Renders the page anew while `waiting`, for about a minute and a half; true once it takes longer than usual. */
export const useWaiting = (waiting: boolean): boolean => {
  const router = useRouter()
  const [looks, setLooks] = useState(0)
  const pause = PAUSES[looks]

  useEffect(() => {
    if (!waiting || pause === undefined) {
      return
    }
    const timer = setTimeout(() => {
      router.refresh()
      setLooks((before) => before + 1)
    }, pause * 1000)

    return () => clearTimeout(timer)
  }, [pause, router, waiting])

  return looks >= LONG
}
