'use client'

import { RefreshRouteOnSave } from '@payloadcms/live-preview-react'
import { useRouter } from 'next/navigation'
import { useCallback, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Renders the page anew whenever the admin, in whose frame it stands, saves. */
export const RefreshOnSave = () => {
  const router = useRouter()
  const refresh = useCallback(() => router.refresh(), [router])
  const origin = useSyncExternalStore<null | string>(
    never,
    () => location.origin,
    () => null,
  )

  return origin && <RefreshRouteOnSave refresh={refresh} serverURL={origin} />
}
