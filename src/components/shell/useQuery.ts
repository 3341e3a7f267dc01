'use client'

import { useMemo, useSyncExternalStore } from 'react'

const onNavigation = (changed: () => void) => {
  addEventListener('popstate', changed)

  return () => removeEventListener('popstate', changed)
}

/**
 * The query of the page's address, or null until the page is alive: pages are rendered once for every
 * query, so what the server sends cannot depend on it. Coming from another page, the very first render
 * still sees that page's query; it is right from the first effect on.
 */
export const useQuery = (): null | URLSearchParams => {
  const search = useSyncExternalStore<null | string>(
    onNavigation,
    () => location.search,
    () => null,
  )

  return useMemo(() => (search === null ? null : new URLSearchParams(search)), [search])
}
