import { useEffect, useState } from 'react'

import type { ShownFile } from '@/operations/media/library'

import { readDetails } from './api'

/** A file of the school by its id; null until it is known, and where there is none. */
export const useFile = (id: null | string): null | ShownFile => {
  const [file, setFile] = useState<null | ShownFile>(null)
  useEffect(() => {
    let isOver = false
    if (id) {
      void readDetails(id).then((said) => !isOver && setFile(said.ok ? said.value.file : null))
    }

    return () => {
      isOver = true
    }
  }, [id])

  return file?.id === id ? file : null
}
