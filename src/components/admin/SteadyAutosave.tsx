'use client'

import {
  useAllFormFields,
  useDocumentInfo,
  useForm,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'

/**
 * Payload keeps a draft when its author rests. This keeps it while they do not: at the first change
 * that comes `interval` milliseconds or more after the oldest one that is not kept. It leaves the form
 * as it is; Payload's own saving follows at the next rest.
 */
export const SteadyAutosave = ({ interval }: { interval: number }) => {
  const { id, collectionSlug } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const { createFormData } = useForm()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const changedAt = useRef<null | number>(null)
  const isBusy = useRef(false)
  const newest = useRef(fields)

  const write = async (): Promise<boolean> => {
    const address = `/api/${collectionSlug}/${id}?autosave=true&depth=0&draft=true`
    const body = await createFormData({ _status: 'draft' }, {})

    return (await fetch(address, { body, method: 'PATCH' })).ok
  }
  const keep = useEffectEvent(async () => {
    isBusy.current = true
    try {
      // One that took long may have been overtaken by Payload's own: what was changed since goes last again.
      let written: unknown
      for (let took = interval; took >= interval && written !== newest.current;) {
        const from = Date.now()
        written = newest.current
        took = (await write()) ? Date.now() - from : 0
      }
    } catch {
      // Nothing is lost yet: the form still has it, and Payload says when it cannot be saved.
    } finally {
      isBusy.current = false
    }
  })
  useEffect(() => {
    newest.current = fields
  }, [fields])
  useEffect(() => {
    if (!isModified || isProcessing || !id || !collectionSlug) {
      changedAt.current = null

      return
    }
    changedAt.current ??= Date.now()
    if (!isBusy.current && Date.now() - changedAt.current >= interval) {
      changedAt.current = null
      void keep()
    }
  }, [collectionSlug, fields, id, interval, isModified, isProcessing])

  return null
}
