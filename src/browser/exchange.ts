import { awaken } from './awaken'

/** The element that differs between pages of a school; what stands around it is the same. */
const CONTENT = 'content'

/** The newest exchange; one that it overtook is dropped. */
let control = new AbortController()

/** Path and query of what the page shows. */
let shown = location.pathname + location.search

const here = (): string => location.pathname + location.search

const isOvertaken = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'

/** Puts what stands at `href` in the place of the page's content; `arrive` runs in between. */
const exchange = async (href: string, arrive?: () => void): Promise<void> => {
  control.abort()
  control = new AbortController()
  const answer = await fetch(href, { headers: { accept: 'text/html' }, signal: control.signal })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [old, fresh] = [document.getElementById(CONTENT), page.getElementById(CONTENT)]
  if (!answer.ok || !old || !fresh) {
    throw new Error(`${href} cannot be shown in place.`)
  }
  arrive?.()
  shown = here()
  old.replaceWith(document.adoptNode(fresh))
  document.title = page.title
  await awaken()
}

/**
 * Shows what stands at another address of the site in the place of this page's content: the address, the title and
 * the way back go along, and the reader keeps their place. Opens the address where that fails.
 */
export const exchangeContent = (href: string): Promise<void> =>
  exchange(href, () => history.pushState(null, '', href)).catch((error: unknown) => {
    if (!isOvertaken(error)) {
      location.assign(href)
    }
  })

/** Brings back what stood at an address that an exchange left. */
export const followHistory = (): void => {
  addEventListener('popstate', () => {
    if (here() !== shown) {
      exchange(here()).catch((error: unknown) => {
        if (!isOvertaken(error)) {
          location.reload()
        }
      })
    }
  })
}
