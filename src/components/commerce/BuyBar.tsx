'use client'

import { useEffect, useState, type ReactNode, type RefObject } from 'react'

import { Container } from '@/components/ui/Container'

/** A bar at the foot of a phone's screen while `watched`, the first button, is out of view. */
export const BuyBar = ({
  children,
  watched,
}: {
  children: ReactNode
  watched: RefObject<HTMLElement | null>
}) => {
  const [shown, setShown] = useState(false)

  useEffect(() => {
    const element = watched.current
    if (!element) {
      return
    }
    const observer = new IntersectionObserver(([entry]) =>
      setShown(entry?.isIntersecting === false),
    )
    observer.observe(element)

    return () => observer.disconnect()
  }, [watched])

  return shown ? (
    <div className="fixed inset-x-0 bottom-0 z-30 animate-rise-in border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] shadow-float lg:hidden print:hidden">
      <Container className="flex items-center justify-between gap-4 py-3">{children}</Container>
    </div>
  ) : null
}
