import type { Answer } from '../shell/api'

import { callApi } from '../shell/api'

/** Whether this browser can be told: `denied` where its reader has forbidden it to the school. */
export type PushState = 'denied' | 'off' | 'on' | 'unsupported'

/** The code where the browser’s own push service does not answer. */
export const AWAY = 'away'

/** How long the service worker may take to stand, in ms. */
const PATIENCE = 10_000

/** Whether a browser has all that it takes; on phones of Apple only once the school stands on the home screen. */
const isSupported = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const worker = (): Promise<ServiceWorkerRegistration> =>
  Promise.race([
    navigator.serviceWorker.ready,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error()), PATIENCE)),
  ])

/** SHA-256 in base64url, as the server names a browser's address. */
const digestOf = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )

  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The address of this browser as the server names it, or null where it has none. */
export const digestHere = async (): Promise<null | string> => {
  if (!isSupported()) {
    return null
  }
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()

  return subscription ? digestOf(subscription.endpoint) : null
}

/** How it stands with this browser, where the server knows those of `digests`. */
export const pushState = async (digests: readonly string[]): Promise<PushState> => {
  if (!isSupported()) {
    return 'unsupported'
  }
  if (Notification.permission === 'denied') {
    return 'denied'
  }
  const here = await digestHere()

  return here !== null && digests.includes(here) ? 'on' : 'off'
}

/** An address of this browser for the school's key: one for another key is given back first. */
const subscribe = async (key: string): Promise<PushSubscription> => {
  const { pushManager } = await worker()
  const options = { applicationServerKey: key, userVisibleOnly: true }
  try {
    return await pushManager.subscribe(options)
  } catch (error) {
    const before = await pushManager.getSubscription()
    if (!before) {
      throw error
    }
    await before.unsubscribe()

    return pushManager.subscribe(options)
  }
}

/** Asks the reader, and has this browser told. Answers how it stands then, or a code of what went wrong. */
export const turnOn = async (): Promise<{ code: string } | { state: PushState }> => {
  if ((await Notification.requestPermission()) !== 'granted') {
    return { state: Notification.permission === 'denied' ? 'denied' : 'off' }
  }
  const asked: Answer<{ key: string }> = await callApi('/api/account/push/key', { body: {} })
  if (!asked.ok) {
    return { code: asked.code }
  }
  try {
    const body = (await subscribe(asked.data.key)).toJSON()
    const added: Answer<{ added: boolean }> = await callApi('/api/account/push', { body })

    return added.ok ? { state: added.data.added ? 'on' : 'off' } : { code: added.code }
  } catch {
    return { code: AWAY }
  }
}
