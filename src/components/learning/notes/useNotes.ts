'use client'

import { useEffect, useState } from 'react'

import { callApi } from '@/components/shell/api'
import type { Anchor, Note, NoteKind } from '@/domain/learning/notes'

/** What is written, or marked; `second` of a film, `anchor` in a text. */
type Given = { anchor?: Anchor; kind: NoteKind; second?: number; text?: string }

/** One's notes in a lesson, and what can be done with them; `code` is the last refusal. */
export type Notes = {
  add: (given: Given) => Promise<boolean>
  change: (id: string, text: string) => Promise<boolean>
  code: null | string
  drop: (id: string) => Promise<boolean>
  /** Null until they are read. */
  notes: null | readonly Note[]
}

const byPlace = (notes: readonly Note[]): Note[] =>
  notes.toSorted((one, other) => (one.second ?? Infinity) - (other.second ?? Infinity))

/** The notes of a lesson. */
export const useNotes = (lesson: string): Notes => {
  const [notes, setNotes] = useState<null | readonly Note[]>(null)
  const [code, setCode] = useState<null | string>(null)
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    void callApi<{ notes: Note[] }>(`/api/notes?lesson=${lesson}`, { signal }).then((said) => {
      if (said.ok) {
        setNotes(said.data.notes)
      } else if (!signal.aborted) {
        setCode(said.code)
      }
    })

    return () => control.abort()
  }, [lesson])

  const told = async <T>(
    asking: ReturnType<typeof callApi<T>>,
    next: (data: T, before: readonly Note[]) => readonly Note[],
  ): Promise<boolean> => {
    const said = await asking
    setCode(said.ok ? null : said.code)
    if (said.ok) {
      setNotes((before) => next(said.data, before ?? []))
    }

    return said.ok
  }

  return {
    add: (given) =>
      told(
        callApi<Note>('/api/notes', { body: { ...given, key: crypto.randomUUID(), lesson } }),
        (note, before) => byPlace([...before, note]),
      ),
    change: (id, text) =>
      told(callApi<Note>(`/api/notes/${id}`, { body: { text }, method: 'PATCH' }), (note, before) =>
        before.map((one) => (one.id === id ? note : one)),
      ),
    code,
    drop: (id) =>
      told(callApi<{ id: string }>(`/api/notes/${id}`, { method: 'DELETE' }), (_, before) =>
        before.filter((one) => one.id !== id),
      ),
    notes,
  }
}
