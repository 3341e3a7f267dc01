'use client'

import { useEffect } from 'react'

import { isSamePolicy } from '@/domain/pages/contentSecurity'

const linkOf = ({ target }: Event): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null

/**
 * A document keeps the policy that it was loaded under, whatever is shown in it afterwards. So a link to a page of another policy is
 * followed by the browser itself, which loads that page whole: Next hears nothing of the click.
 */
export const OwnDocument = () => {
  useEffect(() => {
    const control = new AbortController()
    const loadedFor = location.pathname
    const follow = (event: Event) => {
      const link = linkOf(event)
      if (link && link.origin === location.origin && !isSamePolicy(loadedFor, link.pathname)) {
        event.stopPropagation()
      }
    }
    addEventListener('click', follow, { capture: true, signal: control.signal })

    return () => control.abort()
  }, [])

  return null
}
