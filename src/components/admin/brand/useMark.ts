'use client'

import { useEffect, useState } from 'react'

type Image = { sizes?: { small?: { url?: null | string } }; url?: null | string }

/** Addresses of files that were asked for already, for as long as the form stands open. */
const known = new Map<string, null | string>()

const addressOf = async (id: string): Promise<null | string> => {
  const answer = await fetch(`/api/media/${id}?depth=0`)
  const { sizes, url } = answer.ok ? ((await answer.json()) as Image) : {}

  return sizes?.small?.url ?? url ?? null
}

/** The address of an uploaded image that a field names by its id; null while there is none. */
export const useMark = (id: unknown): null | string => {
  const [, setLoaded] = useState(0)
  const key = typeof id === 'string' ? id : ''
  useEffect(() => {
    if (key && !known.has(key)) {
      known.set(key, null)
      void addressOf(key).then((url) => {
        known.set(key, url)
        setLoaded((times) => times + 1)
      })
    }
  }, [key])

  return known.get(key) ?? null
}
