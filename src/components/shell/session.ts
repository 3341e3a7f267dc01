import type { ShownUser } from '@/operations/identity/shownUser'

import { forgetReader } from '@/components/ui/reader'

import { readerData } from './readerData'

/** Who is signed in at this school, as `GET /api/session` answers. */
export type SessionUser = ShownUser

const isUser = (value: unknown): value is SessionUser =>
  typeof value === 'object' &&
  value !== null &&
  'email' in value &&
  typeof value.email === 'string' &&
  'name' in value &&
  typeof value.name === 'string' &&
  'staff' in value &&
  typeof value.staff === 'boolean'

/** Who is signed in: as the page carries it, else as the server answers. */
export const knownSession = async (signal?: AbortSignal): Promise<null | SessionUser> => {
  const carried = readerData()
  const user =
    typeof carried === 'object' && carried && 'user' in carried ? carried.user : undefined

  return isUser(user) ? user : fetchSession(signal)
}

/** Asks the server who is signed in; null for nobody, and when it cannot be told. */
export const fetchSession = async (signal?: AbortSignal): Promise<null | SessionUser> => {
  try {
    const answer = await fetch('/api/session', { credentials: 'same-origin', signal })
    const body: unknown = answer.ok ? await answer.json() : null
    const user = typeof body === 'object' && body !== null && 'user' in body ? body.user : null

    return isUser(user) ? user : null
  } catch {
    return null
  }
}

/** Ends the session and opens the front page. False when the server did not answer. */
export const signOut = async (): Promise<boolean> => {
  try {
    const answer = await fetch('/api/auth/sign-out', {
      body: '{}',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      method: 'POST',
    })
    if (answer.ok) {
      forgetReader()
      location.assign(location.origin)
    }

    return answer.ok
  } catch {
    return false
  }
}

const CHANGED = 'session-changed'

/** Tells the header that who is signed in looks different now. */
export const sessionChanged = (): void => {
  dispatchEvent(new Event(CHANGED))
}

/** Calls `changed` whenever the account was changed on this page; answers how to stop. */
export const onSessionChanged = (changed: () => void): (() => void) => {
  addEventListener(CHANGED, changed)

  return () => removeEventListener(CHANGED, changed)
}
