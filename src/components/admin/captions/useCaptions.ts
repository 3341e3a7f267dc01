'use client'

import { useEffect, useState } from 'react'

import { captionsIn, captionsText, captionTime, typedTime } from '@/domain/media/webvtt'

/** A cue as it is typed. */
export type Line = { from: string; key: string; settings: string; text: string; to: string }

export type CaptionFile = { filename: string; id: string }

type State = { head: string; lines: Line[]; status: 'loading' | 'ready' | 'unread' }

const newKey = (): string => crypto.randomUUID()

/** A line that begins where another ends. */
export const lineAfter = ({ to }: Pick<Line, 'to'>): Line => ({
  from: to,
  key: newKey(),
  settings: '',
  text: '',
  to: captionTime((typedTime(to) ?? 0) + 2),
})

/** Lines whose times cannot be read, or that end before they begin. */
export const wrongLines = (lines: readonly Line[]): Set<string> =>
  new Set(
    lines.flatMap(({ from, key, to }) => {
      const [begins, ends] = [typedTime(from), typedTime(to)]

      return begins === null || ends === null || ends <= begins ? [key] : []
    }),
  )

/** A file of captions as its lines, and the way to save them: the file is replaced, and checked as an uploaded one is. */
export const useCaptions = ({ id, filename }: CaptionFile) => {
  const [{ head, lines, status }, setState] = useState<State>({
    head: '',
    lines: [],
    status: 'loading',
  })
  useEffect(() => {
    const read = async () => {
      const answer = await fetch(`/api/media/file/${encodeURIComponent(filename)}`, {
        cache: 'no-store',
      })
      if (!answer.ok) {
        throw new Error(String(answer.status))
      }
      const { cues, head: first } = captionsIn(await answer.text())
      setState({
        head: first,
        lines: cues.map(({ from, settings, text, to }) => ({
          from: captionTime(from),
          key: newKey(),
          settings,
          text,
          to: captionTime(to),
        })),
        status: 'ready',
      })
    }
    read().catch(() => setState({ head: '', lines: [], status: 'unread' }))
  }, [filename])

  return {
    lines,
    save: async (): Promise<boolean> => {
      const cues = lines.map(({ from, settings, text, to }) => ({
        from: typedTime(from) ?? 0,
        settings,
        text,
        to: typedTime(to) ?? 0,
      }))
      const body = new FormData()
      body.set('file', new File([captionsText({ cues, head })], filename, { type: 'text/vtt' }))
      body.set('_payload', '{}')
      try {
        return (await fetch(`/api/media/${id}?depth=0`, { body, method: 'PATCH' })).ok
      } catch {
        return false
      }
    },
    setLines: (change: (lines: Line[]) => Line[]) =>
      setState((state) => ({ ...state, lines: change(state.lines) })),
    status,
  }
}
