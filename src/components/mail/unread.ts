import { callApi } from '@/components/shell/api'

const CHANGED = 'notifications-read'

/** How long a count holds before it is asked for again when its reader comes back, in ms. */
export const FRESH_MS = 60_000

/** Asks how many notifications are unread; null where it cannot be told. */
export const fetchUnread = async (signal: AbortSignal): Promise<null | number> => {
  const said = await callApi<{ unread: number }>('/api/notifications/unread', { signal })

  return said.ok ? said.data.unread : null
}

/** Marks as read what is named, or all up to one, and tells whoever shows how many are left; outlives the page. Answers whether it is kept. */
export const markRead = async (named: { ids: string[] } | { upTo: string }): Promise<boolean> => {
  const said = await callApi('/api/notifications/read', { body: named, keepalive: true })
  if (said.ok) {
    dispatchEvent(new Event(CHANGED))
  }

  return said.ok
}

/** Calls `changed` whenever notifications were read on this page; answers how to stop. */
export const onRead = (changed: () => void): (() => void) => {
  addEventListener(CHANGED, changed)

  return () => removeEventListener(CHANGED, changed)
}
