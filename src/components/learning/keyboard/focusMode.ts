'use client'

import { useCallback, useEffect, useSyncExternalStore } from 'react'

const KEPT = 'lectern_focus'
const CHANGED = 'lectern:focus'

const isOn = (): boolean => sessionStorage.getItem(KEPT) === 'on'

const onChange = (changed: () => void) => {
  addEventListener(CHANGED, changed)

  return () => removeEventListener(CHANGED, changed)
}

/** Whether everything but the lesson is out of sight, and how to turn that; it lasts from lesson to lesson, in this tab. */
export const useFocusMode = (): { isFocused: boolean; turn: () => void } => {
  const isFocused = useSyncExternalStore(onChange, isOn, () => false)

  useEffect(() => {
    document.documentElement.toggleAttribute('data-lesson-focus', isFocused)

    return () => document.documentElement.removeAttribute('data-lesson-focus')
  }, [isFocused])

  const turn = useCallback(() => {
    sessionStorage.setItem(KEPT, isOn() ? 'off' : 'on')
    dispatchEvent(new Event(CHANGED))
  }, [])

  return { isFocused, turn }
}
