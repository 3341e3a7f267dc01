import type { Sent } from './sendFile'

import { giveUpUpload, NotSent, sendFile } from './sendFile'

/** A file in the list of uploads; `rate` is bytes a second of late. */
export type Item = {
  code: null | string
  file: File
  folder: null | string
  id: string
  media: null | Sent
  rate: number
  said: null | string
  sent: number
  state: 'done' | 'failed' | 'paused' | 'sending' | 'waiting'
  upload: null | string
}

const AT_ONCE = 3

/** How much a new measure of speed weighs. */
const FRESH = 0.3

const SECOND = 1000

let items: readonly Item[] = []
let made = 0
const ends = new Map<string, AbortController>()
const listeners = new Set<() => void>()

const put = (next: readonly Item[]): void => {
  items = next
  for (const listener of listeners) {
    listener()
  }
}

const change = (id: string, part: Partial<Item>): void =>
  put(items.map((one) => (one.id === id ? { ...one, ...part } : one)))

const find = (id: string): Item | undefined => items.find((one) => one.id === id)

/** Keeps how fast a file goes. */
const measure = (id: string) => {
  let last = { at: Date.now(), sent: -1 }

  return (sent: number): void => {
    const now = Date.now()
    const passed = now - last.at
    const own = find(id)
    if (last.sent < 0) {
      last = { at: now, sent }
    } else if (passed > SECOND / 2 && own) {
      const speed = (Math.max(0, sent - last.sent) / passed) * SECOND
      last = { at: now, sent }
      change(id, { rate: own.rate ? own.rate + FRESH * (speed - own.rate) : speed })
    }
    change(id, { sent })
  }
}

const send = async ({ id, file, folder }: Item): Promise<void> => {
  const end = new AbortController()
  ends.set(id, end)
  change(id, { code: null, said: null, state: 'sending' })
  try {
    const media = await sendFile({
      file,
      folder,
      onBegun: (upload) => change(id, { upload }),
      onProgress: measure(id),
      signal: end.signal,
    })
    change(id, { media, sent: file.size, state: 'done' })
  } catch (error) {
    const { code, said } = error instanceof NotSent ? error : { code: 'other', said: null }
    if (!end.signal.aborted) {
      change(id, { code, rate: 0, said, state: 'failed' })
    }
  } finally {
    ends.delete(id)
    fill()
  }
}

/** Sends what waits, as many as there may be at once. */
const fill = (): void => {
  const free = AT_ONCE - items.filter(({ state }) => state === 'sending').length
  for (const item of items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free))) {
    void send(item)
  }
}

/** The list of uploads of this tab, whatever page of the admin it shows. */
export const uploads = {
  /** Answers under which ids they are in the list. */
  add: (files: readonly File[], folder: null | string): string[] => {
    const more = files.map((file): Item => {
      made += 1

      return {
        id: `file-${made}`,
        code: null,
        file,
        folder,
        media: null,
        rate: 0,
        said: null,
        sent: 0,
        state: 'waiting',
        upload: null,
      }
    })
    put([...items.filter(({ state }) => state !== 'done'), ...more])
    fill()

    return more.map(({ id }) => id)
  },
  cancel: (id: string): void => {
    const own = find(id)
    ends.get(id)?.abort()
    put(items.filter((one) => one.id !== id))
    if (own?.upload && own.state !== 'done') {
      void giveUpUpload(own.upload)
    }
    fill()
  },
  clear: (): void => put(items.filter(({ state }) => state === 'sending' || state === 'waiting')),
  list: (): readonly Item[] => items,
  pause: (id: string): void => {
    change(id, { rate: 0, state: 'paused' })
    ends.get(id)?.abort()
  },
  resume: (id: string): void => {
    change(id, { state: 'waiting' })
    fill()
  },
  watch: (listener: () => void): (() => void) => {
    listeners.add(listener)

    return () => listeners.delete(listener)
  },
}
