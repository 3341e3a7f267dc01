'use client'

import type { RefObject } from 'react'

import { NotesPanel } from './NotesPanel'
import { useNotes } from './useNotes'

/** One's own notes at the seconds of a film or a recording. */
export const FilmNotes = ({
  lesson,
  media,
  onOpen,
}: {
  lesson: string
  media: RefObject<HTMLMediaElement | null>
  onOpen: (seconds: number) => void
}) => (
  <NotesPanel
    notes={useNotes(lesson)}
    now={() => Math.floor(media.current?.currentTime ?? 0)}
    onOpen={onOpen}
  />
)
