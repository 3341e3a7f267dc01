'use client'

import { useCallback, useMemo, useRef, useState } from 'react'

import type { CurriculumSection } from '@/domain/catalog/curriculum/tree'

import { between } from '@/domain/catalog/curriculum/rows'

/** Lessons that are selected, of those that are there. */
export const useSelection = (sections: readonly CurriculumSection[]) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef('')
  const ids = useMemo(
    () => sections.flatMap(({ lessons }) => lessons.map(({ id }) => id)),
    [sections],
  )
  const selected = useMemo(() => ids.filter((id) => chosen.has(id)), [chosen, ids])

  const toggle = useCallback(
    (id: string, { isOn, isRange }: { isOn: boolean; isRange: boolean }) => {
      const touched = isRange ? between(ids, last.current, id) : [id]
      last.current = id
      setChosen((before) => {
        const after = new Set(before)
        touched.forEach((one) => (isOn ? after.add(one) : after.delete(one)))

        return after
      })
    },
    [ids],
  )
  const clear = useCallback(() => setChosen(new Set()), [])

  return { clear, has: (id: string) => chosen.has(id), selected, toggle }
}

export type Selection = ReturnType<typeof useSelection>
