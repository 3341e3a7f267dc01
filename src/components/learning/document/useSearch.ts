'use client'

import { useEffect, useState } from 'react'

import type { Pdf } from './loadPdf'

import { MOST_FOUND, placesOf, type Found } from './search'

const NONE: readonly Found[] = []

/** Waits until typing pauses, in ms. */
const PAUSE = 250

const textOf = async (pdf: Pdf, number: number): Promise<string> => {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()

  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

/** Looks for a phrase on every page, one after another; what was found so far is there at once. */
export const useSearch = (pdf: Pdf, phrase: string) => {
  const [held, setHeld] = useState<{ found: readonly Found[]; isDone: boolean; phrase: string }>({
    found: [],
    isDone: true,
    phrase: '',
  })
  const [at, setAt] = useState(0)
  useEffect(() => {
    let isOver = false
    const look = async () => {
      const found: Found[] = []
      for (let page = 1; page <= pdf.numPages && found.length < MOST_FOUND; page += 1) {
        const text = await textOf(pdf, page)
        if (isOver) {
          return
        }
        found.push(...placesOf(text, phrase).map((place) => ({ ...place, page })))
        setHeld({ found: [...found], isDone: false, phrase })
      }
      setHeld({ found, isDone: true, phrase })
    }
    const timer = phrase.trim()
      ? setTimeout(() => {
          setAt(0)
          look().catch(() => undefined)
        }, PAUSE)
      : undefined

    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [pdf, phrase])
  const isAsked = phrase.trim() !== ''
  const isThis = isAsked && held.phrase === phrase
  const found = isThis ? held.found : NONE

  return {
    at: Math.min(at, Math.max(found.length - 1, 0)),
    found,
    here: found[at] ?? null,
    isLooking: isAsked && !(isThis && held.isDone),
    step: (by: number) => {
      if (found.length > 0) {
        setAt((before) => (before + by + found.length) % found.length)
      }
    },
  }
}

export type Search = ReturnType<typeof useSearch>
