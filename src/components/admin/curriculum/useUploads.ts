'use client'

import { useCallback, useRef, useState } from 'react'

import { inFileOrder, lessonOfFile } from '@/domain/catalog/curriculum/pasted'

import type { Curriculum } from './useCurriculum'
import type { Words } from './words'

import { giveUpUpload, NotSent, sendFile, type Sent } from '../uploads/sendFile'
import { sayWhy, useUploadWords } from '../uploads/uploadWords'
import { addStep } from './steps'
import { useLeaving } from './useCurriculum'

type State = 'done' | 'failed' | 'sending' | 'waiting'

/** One dropped file on its way to be a lesson. */
export type Upload = {
  /** The section the files were dropped on, and the lesson or section they stand behind. */
  drop: { behind: string; section: string }
  file: File
  id: string
  lesson: null | string
  /** The file as the school has it, once it has. */
  media: null | Sent
  problem: string
  share: number
  state: State
  /** The upload at the school, once it has begun. */
  upload: null | string
}

const AT_ONCE = 3

let uploads = 0

/** Dropped files: three are sent at once, and each becomes a lesson in the order of the names. */
export const useUploads = ({ curriculum, words }: { curriculum: Curriculum; words: Words }) => {
  const said = useUploadWords()
  const [list, setList] = useState<readonly Upload[]>([])
  const latest = useRef<Upload[]>([])
  const ends = useRef(new Map<string, AbortController>())
  const { run } = curriculum

  const change = useCallback((id: string, part: Partial<Upload>) => {
    latest.current = latest.current.map((one) => (one.id === id ? { ...one, ...part } : one))
    setList(latest.current)
  }, [])

  const send = useCallback(
    async ({ id, drop, file, media: kept }: Upload) => {
      const end = new AbortController()
      ends.current.set(id, end)
      change(id, { problem: '', share: 0, state: 'sending' })
      try {
        const sent =
          kept ??
          (await sendFile({
            file,
            onBegun: (upload) => change(id, { upload }),
            onProgress: (sent) => change(id, { share: sent / Math.max(1, file.size) }),
            signal: end.signal,
          }))
        change(id, { media: sent, share: 1 })
        const lesson = lessonOfFile({ name: file.name, media: sent.id, mimeType: sent.mimeType })
        const parts = [{ lessons: [lesson], section: drop.section }]
        const step = addStep(parts, words)
        const made = await run({
          ...step,
          ask: () => ({ after: behind(latest.current, id), do: 'add', parts }),
        })
        const [added] = made?.lessons ?? []
        change(
          id,
          added
            ? { lesson: added, share: 1, state: 'done' }
            : { problem: words.uploadFailed, state: 'failed' },
        )
      } catch (error) {
        const problem = error instanceof NotSent ? sayWhy(said, error) : words.uploadFailed
        change(id, { problem, state: 'failed' })
      } finally {
        ends.current.delete(id)
      }
    },
    [change, run, said, words],
  )

  /** Sends what is waiting, one after the other; as many of these run as there may be files at once. */
  const pump = useCallback(async () => {
    const isFull = () => latest.current.filter(({ state }) => state === 'sending').length >= AT_ONCE
    for (
      let next = latest.current.find(({ state }) => state === 'waiting');
      next && !isFull();
      next = latest.current.find(({ state }) => state === 'waiting')
    ) {
      await send(next)
    }
  }, [send])
  const fill = () => {
    for (let turn = 0; turn < AT_ONCE; turn += 1) {
      void pump()
    }
  }

  const add = (files: readonly File[], drop: Upload['drop']) => {
    const more = inFileOrder(files).map((file): Upload => {
      uploads += 1

      return {
        id: `upload-${uploads}`,
        drop,
        file,
        lesson: null,
        media: null,
        problem: '',
        share: 0,
        state: 'waiting',
        upload: null,
      }
    })
    latest.current = [...latest.current.filter(({ state }) => state !== 'done'), ...more]
    setList(latest.current)
    fill()
  }

  const remove = (id: string) => {
    const own = latest.current.find((one) => one.id === id)
    ends.current.get(id)?.abort()
    if (own?.upload && !own.media) {
      void giveUpUpload(own.upload)
    }
    latest.current = latest.current.filter((one) => one.id !== id)
    setList(latest.current)
  }

  const retry = (id: string) => {
    change(id, { state: 'waiting' })
    fill()
  }
  useLeaving(list.some(({ state }) => state === 'sending' || state === 'waiting'))

  return { add, clear: () => list.forEach(({ id }) => remove(id)), list, remove, retry }
}

export type Uploads = ReturnType<typeof useUploads>

/** What the lesson of a file stands behind: the last lesson made of a file before it, else where files were dropped. */
const behind = (list: readonly Upload[], id: string): string | undefined => {
  const at = list.findIndex((one) => one.id === id)
  const own = list[at]
  const before = list
    .slice(0, Math.max(at, 0))
    .findLast(({ drop, lesson }) => lesson !== null && drop === own?.drop)

  return before?.lesson ?? own?.drop.behind
}
