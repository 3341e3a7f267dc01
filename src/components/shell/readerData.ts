import { READER_DATA } from '@/domain/identity/readerData'

let read: { element: Element; data: unknown } | undefined

/**
 * What the server told this reader on a page that readers share, or null on any other. The same object
 * each time. Only in the browser.
 */
export const readerData = (): unknown => {
  const element = document.getElementById(READER_DATA)
  if (!element) {
    return null
  }
  if (read?.element !== element) {
    read = { data: JSON.parse(element.textContent), element }
  }

  return read.data
}
