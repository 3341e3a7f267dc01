'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'

import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'

import { useErrorText } from '../shell/useErrorText'

/** A coupon: folded away until asked for, open while there is something to say about it. */
export const CouponField = ({
  code,
  fault,
  onApply,
  onRemove,
}: {
  /** The coupon that holds now. */
  code: null | string
  fault: null | string
  onApply: (code: string) => Promise<void>
  onRemove: () => Promise<void>
}) => {
  const t = useTranslations('checkout')
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [typed, setTyped] = useState('')

  const during = async (work: Promise<void>) => {
    setBusy(true)
    await work
    setBusy(false)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) {
      void during(onApply(typed.trim()))
    }
  }

  if (code) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-2 text-sm" role="status">
        <bdi>{t('couponApplied', { code })}</bdi>
        <Button
          className="-me-2 px-2"
          loading={isBusy}
          onClick={() => void during(onRemove())}
          size="small"
          variant="quiet"
        >
          {t('removeCoupon')}
        </Button>
      </div>
    )
  }
  if (!isOpen && !fault) {
    return (
      <Button
        className="-ms-4 self-start"
        onClick={() => setOpen(true)}
        size="small"
        variant="quiet"
      >
        {t('haveCoupon')}
      </Button>
    )
  }

  return (
    <form className="flex items-start gap-2" noValidate onSubmit={onSubmit}>
      <Field
        className="min-w-0 flex-1"
        error={fault && errorText(fault)}
        label={t('coupon')}
        labelHidden
      >
        <Input
          autoCapitalize="characters"
          autoComplete="off"
          autoFocus={isOpen}
          dir="ltr"
          onChange={({ target }) => setTyped(target.value)}
          placeholder={t('coupon')}
          spellCheck={false}
          value={typed}
        />
      </Field>
      <Button loading={isBusy} type="submit" variant="secondary">
        {t('apply')}
      </Button>
    </form>
  )
}
