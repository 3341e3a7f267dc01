'use client'

import { useEffect, useRef } from 'react'

import { cleanTitle } from '@/domain/catalog/curriculum/pasted'
import { LONGEST_TITLE } from '@/domain/catalog/curriculum/changes'

import { useBuilder } from './context'
import { renameStep } from './steps'

/** The title of a row: a button that turns into a field. Enter keeps what is written, Escape what was. */
export const RowTitle = ({
  id,
  item,
  title,
}: {
  id: string
  item: 'lesson' | 'section'
  title: string
}) => {
  const { curriculum, renaming, setRenaming, words } = useBuilder()
  const button = useRef<HTMLButtonElement>(null)
  const wasRenaming = useRef(false)
  const isRenaming = renaming === id
  useEffect(() => {
    if (wasRenaming.current && !isRenaming && document.activeElement === document.body) {
      button.current?.focus()
    }
    wasRenaming.current = isRenaming
  }, [isRenaming])

  if (!isRenaming) {
    return (
      <button
        className="lectern-build__title"
        dir="auto"
        onClick={() => setRenaming(id)}
        ref={button}
        title={words.rename}
        type="button"
      >
        {title || '—'}
      </button>
    )
  }
  const end = (written: null | string) => {
    const next = cleanTitle(written ?? '')
    setRenaming(null)
    if (next && next !== title) {
      void curriculum.run(renameStep({ id, item, title: next, was: title }, words))
    }
  }

  return (
    <input
      aria-label={words.renameLabel(title)}
      autoFocus
      className="lectern-build__field"
      defaultValue={title}
      dir="auto"
      maxLength={LONGEST_TITLE}
      onBlur={({ target }) => end(target.value)}
      onFocus={({ target }) => target.select()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          // Or the same key would press the button that takes the field's place.
          event.preventDefault()
          event.currentTarget.blur()
        }
        if (event.key === 'Escape') {
          event.currentTarget.value = title
          event.currentTarget.blur()
        }
      }}
    />
  )
}
