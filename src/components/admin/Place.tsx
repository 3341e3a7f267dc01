'use client'

import {
  Button,
  FieldLabel,
  toast,
  useDocumentInfo,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { wordsIn } from './words'

const WORDS = {
  en: {
    down: 'Move down',
    failed: 'This could not be moved. Try again.',
    label: 'Place',
    of: (place: number, all: number) => `${place} of ${all}`,
    up: 'Move up',
  },
  he: {
    down: 'להוריד',
    failed: 'לא ניתן היה להזיז. אפשר לנסות שוב.',
    label: 'מקום',
    of: (place: number, all: number) => `${place} מתוך ${all}`,
    up: 'להעלות',
  },
  ru: {
    down: 'Ниже',
    failed: 'Переместить не получилось. Попробуйте снова.',
    label: 'Место',
    of: (place: number, all: number) => `${place} из ${all}`,
    up: 'Выше',
  },
}

type Row = Record<string, unknown> & { id: string }

/** Where the row stands among those of its parent, and buttons that move it by one. */
export const Place = ({ order, parent }: { order: string; parent: string }) => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const above = useFormFields(([fields]) => fields[parent]?.value)
  const [rows, setRows] = useState<Row[]>([])
  const [isBusy, setBusy] = useState(false)
  const words = wordsIn(i18n.language, WORDS)

  const read = useCallback(async (): Promise<Row[]> => {
    const asked = new URLSearchParams({
      [`select[${order}]`]: 'true',
      [`where[${parent}][equals]`]: String(above),
      depth: '0',
      limit: '500',
      sort: order,
    })
    const answer = await fetch(`/api/${collectionSlug}?${asked}`)

    return answer.ok ? ((await answer.json()) as { docs: Row[] }).docs : []
  }, [above, collectionSlug, order, parent])

  useEffect(() => {
    let isCurrent = true
    if (id && typeof above === 'string') {
      void read().then((found) => isCurrent && setRows(found))
    }

    return () => {
      isCurrent = false
    }
  }, [above, id, read])

  const at = rows.findIndex((row) => row.id === id)
  const move = async (step: -1 | 1) => {
    const target = rows[at + step]
    if (!target || isBusy) {
      return
    }
    setBusy(true)
    try {
      const { ok } = await fetch('/api/reorder', {
        body: JSON.stringify({
          collectionSlug,
          docsToMove: [id],
          newKeyWillBe: step < 0 ? 'less' : 'greater',
          orderableFieldName: order,
          target: { id: target.id, key: target[order] },
        }),
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      if (!ok) {
        throw new Error()
      }
      setRows(await read())
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }
  }

  return (
    at >= 0 &&
    rows.length > 1 && (
      <div aria-label={words.label} className="field-type" role="group">
        <FieldLabel as="span" label={words.label} />
        <p aria-live="polite">{words.of(at + 1, rows.length)}</p>
        <div className="lectern-actions">
          <Button
            buttonStyle="secondary"
            disabled={at === 0}
            margin={false}
            onClick={() => void move(-1)}
            size="small"
          >
            {words.up}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={at === rows.length - 1}
            margin={false}
            onClick={() => void move(1)}
            size="small"
          >
            {words.down}
          </Button>
        </div>
      </div>
    )
  )
}
