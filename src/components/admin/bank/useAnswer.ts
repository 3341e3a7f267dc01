import { useEffect, useState } from 'react'

/** What the API answers at a path, asked anew when the path changes; null before, without a path, and where it fails. */
export const useAnswer = <T>(path: null | string): null | T => {
  const [read, setRead] = useState<{ answer: T; path: string } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const ask = async (at: string) => {
      const answer = await fetch(`/api${at}`, { signal: stop.signal })
      if (answer.ok) {
        setRead({ answer: (await answer.json()) as T, path: at })
      }
    }
    if (path) {
      ask(path).catch(() => undefined)
    }

    return () => stop.abort()
  }, [path])

  return read && read.path === path ? read.answer : null
}
