import { LATER } from '@/domain/pages/later'

/** Waits until the page that the server sent can be seen; a page that nobody looks at waits for nothing. */
const shown = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') {
      resolve()
    } else {
      requestAnimationFrame(() => setTimeout(resolve))
    }
  })

/** Has all files of the islands fetched at once, where the modules would ask for one after the other. */
const fetchLater = (): void => {
  const files = document.querySelector(`script[${LATER}]`)?.getAttribute(LATER)?.split(' ') ?? []
  const links = files.filter(Boolean).map((href) => {
    const link = document.createElement('link')

    return Object.assign(link, { href, rel: 'modulepreload' })
  })
  document.head.append(...links)
}

void shown().then(() => {
  fetchLater()

  return import('./alive')
})
