'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import type { Newer } from './editing/savesOf'

import { NewerVersion } from './editing/NewerVersion'
import { watchSaves } from './editing/savesOf'

/**
 * Stands by while a document is written: what this form saves names the version it began from, and when
 * somebody else was first, its author is shown both and decides. Nothing typed is lost.
 */
export const EditGuard = () => {
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const [newer, setNewer] = useState<null | Newer>(null)
  const watch = useRef<null | ReturnType<typeof watchSaves>>(null)
  const path = `/api/${collectionSlug}/${id}`
  const begin = useEffectEvent(() => {
    const at: unknown = savedDocumentData?.updatedAt
    watch.current = watchSaves({
      basis: typeof at === 'string' ? at : null,
      onNewer: setNewer,
      path,
    })

    return watch.current.stop
  })
  useEffect(() => (id ? begin() : undefined), [id, path])

  return (
    newer && (
      <NewerVersion
        collection={collectionSlug ?? ''}
        newer={newer}
        onOverwrite={() => watch.current?.take(newer.updatedAt)}
        onSettled={() => setNewer(null)}
        path={path}
      />
    )
  )
}
