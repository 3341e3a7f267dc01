'use client'

import { useRef, type ReactNode } from 'react'

import { newKey } from './newKey'
import { useAct } from './useAct'
import { WriteForm } from './WriteForm'

/** Where a post or a reply is written; one that is sent again, since nobody heard of the first time, is the same one. */
export const NewText = ({
  hasTitle = false,
  label,
  onCancel,
  onSent,
  path,
  submit,
}: {
  hasTitle?: boolean
  label: ReactNode
  onCancel?: () => void
  onSent?: () => void
  path: string
  submit: string
}) => {
  const { act, error, isBusy } = useAct()
  const key = useRef<null | string>(null)

  return (
    <WriteForm
      error={error}
      hasTitle={hasTitle}
      isBusy={isBusy}
      label={label}
      onCancel={onCancel}
      onSend={async ({ body, title }) => {
        key.current ??= newKey()
        const sent = { body, key: key.current }
        const isTaken = await act(path, { body: hasTitle ? { ...sent, title } : sent })
        if (isTaken) {
          key.current = null
          onSent?.()
        }

        return isTaken
      }}
      submit={submit}
    />
  )
}
