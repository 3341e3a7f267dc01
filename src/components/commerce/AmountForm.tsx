'use client'

import { useTranslations } from 'next-intl'
import { useState, type FormEvent, type ReactNode } from 'react'

import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { MoneyInput } from '@/components/ui/MoneyInput'

import { useErrorText } from '../shell/useErrorText'

/** A sum to name, in minor units: taken when it is sent, and when its field is left. `check` says why one cannot be. */
export const AmountForm = ({
  amount,
  check,
  currency,
  fault,
  hint,
  label,
  onName,
}: {
  amount: number
  check: (amount: null | number) => null | string
  currency: string
  /** Why the sum named last was refused. */
  fault: null | string
  hint?: ReactNode
  label: string
  onName: (amount: number) => Promise<void>
}) => {
  const t = useTranslations('checkout')
  const errorText = useErrorText()
  const [typed, setTyped] = useState<null | number>(amount)
  const [isBusy, setBusy] = useState(false)
  const [isTried, setTried] = useState(false)
  const wrong = check(typed)
  const shown = (isTried && wrong) || fault

  const send = async () => {
    setTried(true)
    if (wrong === null && typed !== null && typed !== amount) {
      setBusy(true)
      await onName(typed)
      setBusy(false)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }

  return (
    <form noValidate onBlur={() => void send()} onSubmit={onSubmit}>
      <Field error={shown && errorText(shown)} hint={hint} label={label}>
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <MoneyInput currency={currency} defaultAmount={amount} onAmount={setTyped} />
          </div>
          <Button loading={isBusy} type="submit" variant="secondary">
            {t('change')}
          </Button>
        </div>
      </Field>
    </form>
  )
}
