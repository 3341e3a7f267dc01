/** Where the page is that a browser keeps for moments without a network. */
const OFFLINE_PATH = '/offline'

/** Where the script is that shows it. */
const WORKER_PATH = '/sw.js'

/**
 * A service worker (W3C) that keeps one page, `OFFLINE_PATH`, and shows it where opening any other fails for
 * want of a network. It keeps nothing else, so nothing that is one person's, and changes no answer. What the school sends to the browser it shows
 * as a notification, and a tap opens its page of the school, in a window that has it open where there is one. Each address is
 * asked for once: a link of a mail that holds once would be used up by a preload of it.
 * `digest` names the page: with another one the browser takes the worker anew.
 */
export const offlineWorker = (digest: string): string => `const KEPT = 'offline-${digest}'
addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((kept) => kept.add(new Request('${OFFLINE_PATH}', { cache: 'reload' })))
      .then(() => skipWaiting()),
  )
})
addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))),
  )
})
addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  if (mode !== 'navigate' || method !== 'GET' || /^\\/(?:admin|api)(?:\\/|$)/.test(new URL(url).pathname)) {
    return
  }
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      const page = await caches.match('${OFFLINE_PATH}')
      if (!page) {
        throw error
      }
      return page
    }),
  )
})
addEventListener('push', (event) => {
  const told = event.data?.json()
  if (told) {
    const { dir, lang, link, tag, text, title } = told
    event.waitUntil(
      registration.showNotification(title, { body: text, data: { link }, dir, icon: '/icons/icon-192.png', lang, tag }),
    )
  }
})
addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { href, origin } = new URL(event.notification.data.link, location.origin)
  if (origin !== location.origin) {
    return
  }
  event.waitUntil(
    clients.matchAll({ includeUncontrolled: true, type: 'window' }).then((open) => {
      const here = open.find(({ url }) => url === href)
      return here ? here.focus() : clients.openWindow(href)
    }),
  )
})
`

/**
 * Has a browser take that worker once a page stands. For the end of a page. Always at one address, whose script is that of
 * the reader's language: exchanged for one at another address, a worker can leave a page waiting that is opened just then.
 */
export const OFFLINE_SCRIPT = `'serviceWorker'in navigator&&addEventListener('load',function(){navigator.serviceWorker.register('${WORKER_PATH}').catch(function(){})})`
