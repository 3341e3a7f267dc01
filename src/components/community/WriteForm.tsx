'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'

import { useErrorText } from '@/components/shell/useErrorText'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Textarea } from '@/components/ui/Textarea'
import { LONGEST_BODY, LONGEST_TITLE } from '@/domain/community/posts'

export type Written = { body: string; title: string }

const NOTHING: Written = { body: '', title: '' }

/** A box to write a post or a reply in; empty again once it was sent. */
export const WriteForm = ({
  error,
  hasTitle = false,
  initial = NOTHING,
  isBusy,
  label,
  onCancel,
  onSend,
  submit,
}: {
  /** The code of a refusal. */
  error: null | string
  hasTitle?: boolean
  initial?: Written
  isBusy: boolean
  label: ReactNode
  onCancel?: () => void
  /** Answers whether it was taken. */
  onSend: (written: Written) => Promise<boolean>
  submit: string
}) => {
  const t = useTranslations('discussion')
  const say = useErrorText()
  const [written, setWritten] = useState(initial)
  const set = (change: Partial<Written>) => setWritten((held) => ({ ...held, ...change }))

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void onSend(written).then((isTaken) => isTaken && setWritten(initial))
      }}
    >
      {hasTitle && (
        <Field label={t('postTitle')} optional>
          <Input
            dir="auto"
            maxLength={LONGEST_TITLE}
            onChange={({ target }) => set({ title: target.value })}
            value={written.title}
          />
        </Field>
      )}
      <Field error={error ? say(error) : undefined} hint={t('formatHint')} label={label} required>
        <Textarea
          dir="auto"
          maxLength={LONGEST_BODY}
          onChange={({ target }) => set({ body: target.value })}
          rows={4}
          value={written.body}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button disabled={written.body.trim() === ''} loading={isBusy} type="submit">
          {submit}
        </Button>
        {onCancel && (
          <Button onClick={onCancel} variant="quiet">
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
