import type { Found } from './search'

/** The browser's own marks, where it has them: the words themselves stay untouched. */
const markOf = (name: string): Highlight | null => {
  if (!('highlights' in CSS)) {
    return null
  }
  const known = CSS.highlights.get(name)
  const mark = known ?? new Highlight()
  if (!known) {
    CSS.highlights.set(name, mark)
  }

  return mark
}

/** Letters `[from, to)` of the text that pieces make together. */
const rangeOf = (spans: readonly HTMLElement[], { from, to }: Found): null | Range => {
  const range = document.createRange()
  let at = 0
  let hasBegun = false
  for (const { firstChild } of spans) {
    const length = firstChild?.textContent?.length ?? 0
    if (firstChild && !hasBegun && from < at + length) {
      range.setStart(firstChild, from - at)
      hasBegun = true
    }
    if (firstChild && hasBegun && to <= at + length) {
      range.setEnd(firstChild, to - at)

      return range
    }
    at += length
  }

  return null
}

/** Marks what was found on a page, and the one the reader is at. Answers the words of that one, and the function that takes the marks away. */
export const showFound = ({
  found,
  here,
  spans,
}: {
  found: readonly Found[]
  here: Found | null
  spans: readonly HTMLElement[]
}): { end: () => void; own: HTMLElement | null } => {
  const [all, one] = [markOf('pdf-found'), markOf('pdf-here')]
  const ranges = all ? found.flatMap((place) => rangeOf(spans, place) ?? []) : []
  const own = here ? rangeOf(spans, here) : null
  ranges.forEach((range) => all?.add(range))
  if (own) {
    one?.add(own)
  }

  return {
    end: () => {
      ranges.forEach((range) => all?.delete(range))
      if (own) {
        one?.delete(own)
      }
    },
    own: own?.startContainer.parentElement ?? null,
  }
}
