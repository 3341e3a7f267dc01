'use client'

import { createContext, use } from 'react'

type FieldState = { describedBy?: string; id?: string; invalid: boolean; required: boolean }

/** What a field tells the control inside it. */
export const FieldContext = createContext<FieldState>({ invalid: false, required: false })

/** The id and aria attributes that bind a control to its field; empty outside a field. What the control says itself stands. */
export const useFieldProps = (own: {
  'aria-describedby'?: string
  'aria-invalid'?: 'false' | 'grammar' | 'spelling' | 'true' | boolean
  id?: string
  required?: boolean
}) => {
  const field = use(FieldContext)

  return {
    id: own.id ?? field.id,
    'aria-describedby': own['aria-describedby'] ?? field.describedBy,
    'aria-invalid': own['aria-invalid'] ?? (field.invalid || undefined),
    required: own.required ?? (field.required || undefined),
  }
}
