/**
 * One of several looks that a reader chooses for this browser: kept there under `key`, shown by the attribute of that name at the
 * root element, and none at all for the first of `values`.
 */
export const keptChoice = <T extends string>(key: string, values: readonly [T, ...T[]]) => {
  const [plain] = values

  /** What the reader chose; the first when nothing was chosen or the browser keeps nothing. */
  const read = (): T => {
    try {
      const held = localStorage.getItem(key)

      return values.find((one) => one === held) ?? plain
    } catch {
      return plain
    }
  }

  const show = (chosen: T): void => {
    if (chosen === plain) {
      delete document.documentElement.dataset[key]
    } else {
      document.documentElement.dataset[key] = chosen
    }
  }

  /** Keeps the choice and shows it at once, on this page and in other tabs of the school. */
  const choose = (wanted: string): void => {
    const chosen = values.find((one) => one === wanted) ?? plain
    try {
      localStorage.setItem(key, chosen)
    } catch {
      // A browser that keeps nothing still shows the choice until the next page.
    }
    show(chosen)
    dispatchEvent(new Event(key))
  }

  /** Calls back when the choice changes, here or in another tab. Answers the function that ends it. */
  const watch = (changed: () => void): (() => void) => {
    const elsewhere = (event: StorageEvent) => {
      if (event.key === key) {
        show(read())
        changed()
      }
    }
    addEventListener(key, changed)
    addEventListener('storage', elsewhere)

    return () => {
      removeEventListener(key, changed)
      removeEventListener('storage', elsewhere)
    }
  }

  return { choose, plain, read, values, watch }
}
