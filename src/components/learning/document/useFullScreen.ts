'use client'

import { useCallback, useSyncExternalStore, type RefObject } from 'react'

const onChange = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed)

  return () => document.removeEventListener('fullscreenchange', changed)
}

/** Whether something fills the screen, and how to let an element fill it, or leave. */
export const useFullScreen = (element: RefObject<HTMLElement | null>) => {
  const isFull = useSyncExternalStore(
    onChange,
    () => document.fullscreenElement !== null,
    () => false,
  )
  const toggle = useCallback(() => {
    const work = document.fullscreenElement
      ? document.exitFullscreen()
      : element.current?.requestFullscreen()
    work?.catch(() => undefined)
  }, [element])

  return { isFull, toggle }
}
