import type { ReactNode } from 'react'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'

/** A code that is read somewhere else and typed here: `isPlain` where it has digits alone. */
export const CodeField = ({
  error,
  hint,
  isPlain = false,
  label,
}: {
  error?: ReactNode
  hint?: ReactNode
  isPlain?: boolean
  label: ReactNode
}) => (
  <Field error={error} hint={hint} label={label} required>
    <Input
      autoCapitalize="none"
      autoComplete="one-time-code"
      dir="ltr"
      inputMode={isPlain ? 'numeric' : 'text'}
      maxLength={40}
      name="code"
      spellCheck={false}
    />
  </Field>
)
