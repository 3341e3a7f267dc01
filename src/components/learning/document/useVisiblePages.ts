'use client'

import { useEffect, useEffectEvent, useState, type RefObject } from 'react'

/** How often it is looked which pages are in view, and how long one has to be there to be seen, in ms. */
const EVERY = 500
const LONG_ENOUGH = 1000

/** Share of a page, or of the window on it, that has to be in view. */
const ENOUGH = 0.5

type InView = { near: readonly number[]; page: number; shown: readonly number[] }

/** Which pages are in view in a box that scrolls, which are near it, and which one lies across its middle. */
const look = (box: HTMLElement): InView => {
  const { bottom, height, top } = box.getBoundingClientRect()
  const near: number[] = []
  const shown: number[] = []
  let [page, best] = [1, 0]
  for (const element of box.querySelectorAll<HTMLElement>('[data-page]')) {
    const own = element.getBoundingClientRect()
    const number = Number(element.dataset.page)
    const inside = Math.min(own.bottom, bottom) - Math.max(own.top, top)
    if (own.bottom > top - height && own.top < bottom + height) {
      near.push(number)
    }
    if (inside > 0 && inside >= Math.min(own.height, height) * ENOUGH) {
      shown.push(number)
    }
    if (inside > best) {
      ;[page, best] = [number, inside]
    }
  }

  return { near, page, shown }
}

/** Follows the pages of a box that scrolls. `onSeen` is told of each page once it was in view for a second. */
export const useVisiblePages = ({
  box,
  count,
  onAt,
  onSeen,
}: {
  box: RefObject<HTMLElement | null>
  count: number
  onAt: (page: number) => void
  onSeen: (page: number) => void
}): Pick<InView, 'near' | 'page'> => {
  const [view, setView] = useState<Pick<InView, 'near' | 'page'>>({ near: [1], page: 1 })
  const at = useEffectEvent(onAt)
  const seen = useEffectEvent(onSeen)
  useEffect(() => {
    const element = box.current
    if (!element || count === 0) {
      return
    }
    const times = new Map<number, number>()
    let frame = 0
    const show = () => {
      const { near, page } = look(element)
      setView((before) =>
        before.page === page && before.near.join() === near.join() ? before : { near, page },
      )
      at(page)
    }
    const scrolled = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(show)
    }
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') {
        return
      }
      const { shown } = look(element)
      for (const number of shown) {
        const before = times.get(number) ?? 0
        times.set(number, before + EVERY)
        if (before < LONG_ENOUGH && before + EVERY >= LONG_ENOUGH) {
          seen(number)
        }
      }
    }, EVERY)
    const resized = new ResizeObserver(scrolled)
    element.addEventListener('scroll', scrolled, { passive: true })
    resized.observe(element)
    scrolled()

    return () => {
      cancelAnimationFrame(frame)
      clearInterval(timer)
      element.removeEventListener('scroll', scrolled)
      resized.disconnect()
    }
  }, [box, count])

  return view
}
