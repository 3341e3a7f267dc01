'use client'

import { Button, toast, useForm, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { createPortal } from 'react-dom'

import type { Difference } from './differences'
import type { Newer } from './savesOf'

import { wordsIn } from '../words'
import { Differences } from './Differences'
import { differencesOf } from './differences'
import { EDITING_WORDS } from './words'

/** Long enough for the form to know that nothing in it waits to be saved. */
const REST = 50

/** Says that somebody else has saved what this form shows, and lets its author compare, copy, save over it, or load it. */
export const NewerVersion = ({
  collection,
  newer: { editor, updatedAt },
  onOverwrite,
  onSettled,
  path,
}: {
  collection: string
  newer: Newer
  onOverwrite: () => void
  onSettled: () => void
  path: string
}) => {
  const { createFormData, getData, setModified } = useForm()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, EDITING_WORDS)
  const [shown, setShown] = useState<Difference[] | null>(null)
  const when = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(
    new Date(updatedAt),
  )
  const act = (work: () => Promise<void>): void => {
    void work().catch(() => void toast.error(words.failed))
  }
  const differences = async (): Promise<Difference[]> => {
    const answer = await fetch(`${path}?depth=0&draft=true`)

    return differencesOf(getData(), (await answer.json()) as Record<string, unknown>)
  }
  const compare = async () => setShown(shown ? null : await differences())
  const copy = async () => {
    const texts = (await differences()).map(({ mine }) => mine)
    await navigator.clipboard.writeText(texts.join('\n\n'))
    toast.success(words.copied)
  }
  const overwrite = async () => {
    onOverwrite()
    const body = await createFormData({ _status: 'draft' }, {})
    const { ok } = await fetch(`${path}?depth=0&draft=true`, { body, method: 'PATCH' })
    if (!ok) {
      toast.error(words.failed)

      return
    }
    setModified(false)
    toast.success(words.overwritten)
    onSettled()
  }
  const load = () => {
    setModified(false)
    window.setTimeout(() => window.location.reload(), REST)
  }

  // The bar of the form holds what is fixed within it; the page does not.
  return createPortal(
    <section className="lectern-newer" role="alert">
      <b>{words.heading(editor ?? words.somebody, when)}</b>
      <p>{words.hint}</p>
      <div className="lectern-publication-steps">
        <Button buttonStyle="secondary" margin={false} onClick={() => act(compare)} size="medium">
          {shown ? words.close : words.compare}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => act(copy)} size="medium">
          {words.copy}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={load} size="medium">
          {words.load}
        </Button>
        <Button margin={false} onClick={() => act(overwrite)} size="medium">
          {words.overwrite}
        </Button>
      </div>
      {shown && <Differences collection={collection} differences={shown} words={words} />}
    </section>,
    document.body,
  )
}
