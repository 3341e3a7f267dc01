'use client'

import { useEffect, useRef, useState } from 'react'

import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { sendWork } from './sendWork'

/** A file on its way; `code` says why it did not arrive. */
export type Upload = { code: null | string; file: File; id: number; share: number }

const AT_ONCE = 3

/** Files on their way into a draft, a few at once; what arrives is handed to `onArrived`. */
export const useUploads = ({
  lesson,
  mostBytes,
  number,
  onArrived,
}: {
  lesson: string
  mostBytes: number
  number: number
  onArrived: (file: WorkFile) => void
}) => {
  const [list, setList] = useState<readonly Upload[]>([])
  const waiting = useRef<Upload[]>([])
  const ends = useRef(new Map<number, AbortController>())
  const count = useRef(0)

  const drop = (id: number) => setList((all) => all.filter((one) => one.id !== id))
  const change = (id: number, part: Partial<Upload>) =>
    setList((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))

  const send = async ({ id, file }: Upload): Promise<void> => {
    const end = new AbortController()
    ends.current.set(id, end)
    const answer =
      file.size > mostBytes
        ? ({ code: 'fileTooLarge', ok: false } as const)
        : await sendWork({
            file,
            lesson,
            number,
            onProgress: (share) => change(id, { share }),
            signal: end.signal,
          })
    ends.current.delete(id)
    if (answer.ok) {
      onArrived(answer.data)
      drop(id)
    } else if (answer.code === 'aborted') {
      drop(id)
    } else {
      change(id, { code: answer.code })
    }
  }

  const pump = async (): Promise<void> => {
    if (ends.current.size >= AT_ONCE) {
      return
    }
    for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
      await send(next)
    }
  }

  const begin = (files: readonly File[]) => {
    const more = files.map((file): Upload => {
      count.current += 1

      return { id: count.current, code: null, file, share: 0 }
    })
    waiting.current.push(...more)
    setList((all) => [...all, ...more])
    more.slice(0, AT_ONCE).forEach(() => void pump())
  }

  const stop = (id: number) => {
    waiting.current = waiting.current.filter((one) => one.id !== id)
    ends.current.get(id)?.abort()
    drop(id)
  }

  const isSending = list.some(({ code }) => code === null)
  useEffect(() => {
    if (!isSending) {
      return
    }
    const leave = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', leave)

    return () => removeEventListener('beforeunload', leave)
  }, [isSending])

  return {
    begin,
    isSending,
    list,
    retry: ({ id, file }: Upload) => {
      drop(id)
      begin([file])
    },
    stop,
  }
}
