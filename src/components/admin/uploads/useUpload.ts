import { useEffect, useRef, useState, useSyncExternalStore } from 'react'

import type { Item } from './store'
import type { Sent } from './sendFile'

import { uploads } from './store'

const NONE: readonly Item[] = []

/** One file on its way, in the list of uploads with all others; `onDone` hears once what it became. */
export const useUpload = (onDone: (file: Sent) => void) => {
  const [id, setId] = useState<null | string>(null)
  const list = useSyncExternalStore(uploads.watch, uploads.list, () => NONE)
  const item = list.find((one) => one.id === id) ?? null
  const media = item?.media ?? null
  const heard = useRef(onDone)
  useEffect(() => {
    heard.current = onDone
  })
  useEffect(() => {
    if (media) {
      heard.current(media)
    }
  }, [media])

  return {
    again: () => id && uploads.resume(id),
    cancel: () => {
      if (id) {
        uploads.cancel(id)
      }
      setId(null)
    },
    item: media ? null : item,
    send: (file: File) => setId(uploads.add([file], null)[0] ?? null),
  }
}
