'use client'

import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'

import { callApi } from '@/components/shell/api'
import type { AnsweredCue, FilmCue, FilmQuestions } from '@/operations/learning/filmCues'

import { useLessonProgress } from '../../LessonProgress'
import { dueCue } from './due'

/** What a player shows of the questions inside its film or recording. */
export type Cues = {
  /** Says what became of an answer. */
  answered: (cue: string, answer: AnsweredCue & { completed: boolean; isKept: boolean }) => void
  /** Goes on with the film, at `to` or where it stands; a question that is not answered is put off. */
  close: (to: null | number) => void
  cues: readonly FilmCue[]
  film: FilmQuestions | null
  /** Asks, or shows again what was answered. */
  open: (cue: string) => void
  /** The one that is asked now. */
  shown: FilmCue | null
}

type Mobile = HTMLMediaElement & {
  webkitDisplayingFullscreen?: boolean
  webkitExitFullscreen?: () => void
}

/** Brings a film back to its page where a question over it could not be seen. */
const bringBack = (element: Mobile): void => {
  if (document.pictureInPictureElement === element) {
    void document.exitPictureInPicture().catch(() => undefined)
  }
  if (element.webkitDisplayingFullscreen) {
    element.webkitExitFullscreen?.()
  }
}

/** The questions of a film, once they are there; asked for anew each time that it is played until they are. */
const useFilm = (lesson: null | string, video: RefObject<HTMLMediaElement | null>) => {
  const [film, setFilm] = useState<FilmQuestions | null>(null)
  const isRead = film !== null
  useEffect(() => {
    const element = video.current
    if (!lesson || !element || isRead) {
      return
    }
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      const said = await callApi<FilmQuestions>(`/api/learn/cues/${lesson}`, { signal })
      if (said.ok && !signal.aborted) {
        setFilm(said.data)
      }
    }
    void ask()
    element.addEventListener('play', () => void ask(), { signal })

    return () => control.abort()
  }, [isRead, lesson, video])

  return [film, setFilm] as const
}

/** Further away than this, in seconds, a film has been moved on while a question holds it. */
const STRAYED = 0.5

const stopAt = (element: HTMLMediaElement, at: number): void => {
  element.pause()
  element.currentTime = at
}

/** Plays on, from where the film stands or from `to`. */
const goOn = (element: HTMLMediaElement | null, to: null | number): void => {
  if (!element) {
    return
  }
  if (to !== null) {
    element.currentTime = to
  }
  void element.play().catch(() => undefined)
}

type Following = {
  cues: readonly FilmCue[]
  /** Where the film is held for the question that is open, in seconds; null while none is. */
  heldAt: null | number
  isPutOff: (id: string) => boolean
  onDue: (id: string) => void
}

/** Watches where a film stands, stops it for a question, and holds it while one is open. Answers how to end. */
const follow = (
  element: HTMLMediaElement,
  { cues, heldAt, isPutOff, onDue }: Following,
): (() => void) => {
  let before = element.currentTime
  const look = () => {
    const { currentTime: now } = element
    if (heldAt !== null) {
      element.pause()
      if (Math.abs(now - heldAt) > STRAYED) {
        element.currentTime = heldAt
      }

      return
    }
    const due = dueCue(cues, { before, now }, isPutOff)
    before = now
    if (due) {
      stopAt(element, Math.min(now, due.at))
      bringBack(element)
      onDue(due.id)
    }
  }
  const control = new AbortController()
  for (const name of ['play', 'playing', 'seeked', 'seeking', 'timeupdate']) {
    element.addEventListener(name, look, { signal: control.signal })
  }
  look()

  return () => control.abort()
}

/** Stops a film for the questions inside it; none where `lesson` is null. */
export const useCues = (lesson: null | string, video: RefObject<HTMLMediaElement | null>): Cues => {
  const [film, setFilm] = useFilm(lesson, video)
  const { markCompleted } = useLessonProgress()
  const [open, setOpen] = useState<null | string>(null)
  const putOff = useRef(new Set<string>())
  const cues = useMemo(() => film?.cues ?? [], [film])

  useEffect(() => {
    const element = video.current

    return element && cues.length > 0
      ? follow(element, {
          cues,
          heldAt: cues.find(({ id }) => id === open)?.at ?? null,
          isPutOff: (id) => putOff.current.has(id),
          onDue: setOpen,
        })
      : undefined
  }, [cues, open, video])

  const close = (to: null | number) => {
    if (open !== null) {
      putOff.current.add(open)
    }
    setOpen(null)
    goOn(video.current, to)
  }

  return {
    answered: (id, { completed, isKept, ...answered }) => {
      if (isKept) {
        setFilm(
          (now) =>
            now && {
              ...now,
              cues: now.cues.map((one) => (one.id === id ? { ...one, answered } : one)),
            },
        )
      }
      if (completed && lesson) {
        markCompleted(lesson)
      }
    },
    close,
    cues,
    film,
    open: (id) => {
      const cue = cues.find((one) => one.id === id)
      if (cue && video.current) {
        stopAt(video.current, cue.at)
        setOpen(id)
      }
    },
    shown: cues.find(({ id }) => id === open) ?? null,
  }
}
