'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'

import { Checkbox } from '@/components/ui/Checkbox'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Stack } from '@/components/ui/Stack'
import { Textarea } from '@/components/ui/Textarea'
import { LONGEST_GIFT_MESSAGE, MOST_GIFT_DAYS } from '@/domain/commerce/gifts'

import { useCredentialText } from '../../identity/useCredentialText'
import type { useGift } from './useGift'

const DAY_MS = 24 * 3600_000

/** A day as an input of type date names it, where its reader is. */
const dayOf = (at: number): string => {
  const day = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')

  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** Whether a purchase is for somebody else, and then for whom, with what words and when. */
export const GiftFields = ({
  asks,
  draft,
  faults,
  isGift,
  setDraft,
  setGift,
}: Omit<ReturnType<typeof useGift>, 'asked'>) => {
  const t = useTranslations('gifts')
  const credentialText = useCredentialText()
  const id = useId()
  const fields = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (asks > 0) {
      fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [asks])
  const [today] = useState(() => Date.now())
  const change = (said: Partial<typeof draft>) => setDraft({ ...draft, ...said })

  return (
    <Stack gap={3}>
      <Checkbox
        aria-controls={isGift ? id : undefined}
        checked={isGift}
        hint={t('hint')}
        label={t('asGift')}
        onChange={({ target }) => setGift(target.checked)}
      />
      {isGift && (
        <fieldset id={id} ref={fields}>
          <legend className="sr-only">{t('asGift')}</legend>
          <Stack gap={4}>
            <Field error={faults.name && t('nameMissing')} label={t('name')}>
              <Input
                autoComplete="off"
                maxLength={120}
                onChange={({ target }) => change({ name: target.value })}
                value={draft.name}
              />
            </Field>
            <Field error={credentialText(faults.email)} label={t('email')}>
              <Input
                autoComplete="off"
                dir="ltr"
                maxLength={254}
                onChange={({ target }) => change({ email: target.value })}
                type="email"
                value={draft.email}
              />
            </Field>
            <Field label={t('message')} optional>
              <Textarea
                maxLength={LONGEST_GIFT_MESSAGE}
                onChange={({ target }) => change({ message: target.value })}
                value={draft.message}
              />
            </Field>
            <Field hint={t('dayHint')} label={t('day')} optional>
              <Input
                max={dayOf(today + MOST_GIFT_DAYS * DAY_MS)}
                min={dayOf(today)}
                onChange={({ target }) => change({ day: target.value })}
                type="date"
                value={draft.day}
              />
            </Field>
          </Stack>
        </fieldset>
      )}
    </Stack>
  )
}
