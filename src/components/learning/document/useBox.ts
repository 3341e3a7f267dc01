'use client'

import { useEffect, useState, type RefObject } from 'react'

/** The measures of a box in whole pixels; null until they are known. */
export const useBox = (
  box: RefObject<HTMLElement | null>,
): null | { height: number; width: number } => {
  const [size, setSize] = useState<null | { height: number; width: number }>(null)
  useEffect(() => {
    const element = box.current
    if (!element) {
      return
    }
    const observer = new ResizeObserver(() => {
      const { clientHeight: height, clientWidth: width } = element
      setSize((before) =>
        before?.width === width && before.height === height ? before : { height, width },
      )
    })
    observer.observe(element)

    return () => observer.disconnect()
  }, [box])

  return size
}
