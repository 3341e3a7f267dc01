'use client'

import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Stack } from '@/components/ui/Stack'

/** What is wrong, by the name of the field; `form` is for what concerns no single field. */
export type FormErrors = Partial<Record<string, ReactNode>>

type Values = Record<string, string>

/**
 * A form that checks before it sends, shows each error beside its field and moves the focus there.
 * `send` answers what was refused, which is nothing where the form stays for more; or no answer at all
 * when the page is about to change, for which the button stays busy.
 */
export const AuthForm = ({
  check,
  children,
  isWide = true,
  note,
  send,
  submit,
  tone = 'primary',
}: {
  check: (values: Values) => FormErrors
  children: (errors: FormErrors) => ReactNode
  /** Whether the button takes the form's whole width, as where there is nothing else on the page. */
  isWide?: boolean
  /** What is said below the button while the form is on its way. */
  note?: ReactNode
  send: (values: Values) => Promise<FormErrors | void>
  submit: ReactNode
  tone?: 'danger' | 'primary'
}) => {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FormErrors>({})

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : '',
      ]),
    )
    const wrong = check(values)
    setErrors(wrong)
    if (Object.values(wrong).some(Boolean)) {
      return
    }
    setBusy(true)
    const refused = await send(values)
    if (refused) {
      setBusy(false)
      setErrors(refused)
    }
  }

  return (
    <form method="post" noValidate onSubmit={(event) => void onSubmit(event)} ref={form}>
      <Stack gap={6}>
        {errors.form && <Alert tone="danger">{errors.form}</Alert>}
        {children(errors)}
        <Button
          className={isWide ? undefined : 'self-start'}
          loading={busy}
          size={isWide ? 'large' : undefined}
          type="submit"
          variant={tone}
          wide={isWide}
        >
          {submit}
        </Button>
        {busy && note}
      </Stack>
    </form>
  )
}
