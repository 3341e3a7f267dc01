/** Waits until the page that the server sent can be seen; a page that nobody looks at waits for nothing. */
const shown = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') {
      resolve()
    } else {
      requestAnimationFrame(() => setTimeout(resolve))
    }
  })

void shown().then(() => import('./alive'))
