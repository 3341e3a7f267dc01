'use client'

import type { ListViewClientProps } from 'payload'

import {
  DefaultListView,
  Gutter,
  SetStepNav,
  useListDrawerContext,
  useListQuery,
} from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

import { FILE_KINDS } from '@/domain/media/library'

import type { Asking } from './library/asking'

import { ask } from './ask'
import { readAsking, WHOLE, writtenAsking } from './library/asking'
import { Library } from './library/Library'
import { useLibraryWords } from './library/words'

/** The files of the school in place of Payload's list; the same is shown where a field or a text asks for one of them. */
export const FileLibrary = (props: ListViewClientProps) => {
  const { isInDrawer } = useListDrawerContext()

  return isInDrawer ? <Picker {...props} /> : <Page />
}

const Page = () => {
  const { words } = useLibraryWords()
  const address = useSearchParams()
  const [asking, setAsking] = useState(() => readAsking(address))
  const ask = (change: Partial<Asking>) => {
    const next = { ...asking, ...change }
    setAsking(next)
    history.replaceState(history.state, '', `?${writtenAsking(next)}`)
  }

  return (
    <Gutter className="lectern-build">
      <SetStepNav nav={[{ label: words.title }]} />
      <h1 className="lectern-library__title">{words.title}</h1>
      <Library asking={asking} onAsk={ask} />
    </Gutter>
  )
}

/** The kind to which a field narrows what may be chosen, as its filter says. */
const kindIn = (where: unknown) => {
  const said = JSON.stringify(where ?? {})

  return (
    FILE_KINDS.find((kind) => said.includes(`"${kind}/`)) ??
    (said.includes('text/vtt')
      ? 'captions'
      : said.includes('"scorm"')
        ? 'package'
        : said.includes('application/pdf')
          ? 'document'
          : undefined)
  )
}

const Picker = (props: ListViewClientProps) => {
  const { onSelect } = useListDrawerContext()
  const { query } = useListQuery()
  const only = kindIn(query.where)
  const [asking, setAsking] = useState<Asking>({ ...WHOLE, kind: only ?? '' })
  const { enableRowSelections } = props
  if (enableRowSelections || !onSelect) {
    return <DefaultListView {...props} />
  }

  return (
    <div className="lectern-build lectern-library__drawer">
      <Library
        asking={asking}
        onAsk={(change) => setAsking({ ...asking, ...change })}
        onPick={({ id }) =>
          void ask<{ id: string }>(`/api/media/${id}?depth=0`).then((said) => {
            if (said.ok) {
              onSelect({ collectionSlug: 'media', doc: said.value, docID: id })
            }
          })
        }
        only={only}
      />
    </div>
  )
}
