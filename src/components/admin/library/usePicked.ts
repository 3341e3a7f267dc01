import { useRef, useState } from 'react'

/** Files that are selected, among those that are shown. */
export type Picked = {
  clear: () => void
  has: (id: string) => boolean
  ids: readonly string[]
  setAll: (ids: readonly string[]) => void
  /** Selects one or leaves it out; with `isRange` all from the last one on. */
  toggle: (id: string, isRange?: boolean) => void
}

export const usePicked = (shown: readonly string[]): Picked => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<null | string>(null)
  const toggle = (id: string, isRange = false) => {
    const [from, to] = [shown.indexOf(last.current ?? ''), shown.indexOf(id)]
    const range =
      isRange && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
    const isOn = !ids.has(id)
    last.current = id
    setIds(new Set(isOn ? [...ids, ...range] : [...ids].filter((one) => !range.includes(one))))
  }

  return {
    clear: () => setIds(new Set()),
    has: (id) => ids.has(id),
    ids: [...ids],
    setAll: (all) => setIds(new Set(all)),
    toggle,
  }
}
