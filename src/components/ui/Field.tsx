'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'

import { cn } from './classes'
import { FieldContext } from './fieldContext'

/** A label, a control, a hint and an error, bound to each other. The error says what to do; it stands beside the field. */
export const Field = ({
  children,
  className,
  error,
  hint,
  label,
  labelHidden = false,
  optional = false,
  required = false,
}: {
  children: ReactNode
  className?: string
  error?: ReactNode
  hint?: ReactNode
  label: ReactNode
  labelHidden?: boolean
  /** Says "optional" beside the label. */
  optional?: boolean
  required?: boolean
}) => {
  const t = useTranslations('ui')
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')

  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <label
        className={labelHidden ? 'sr-only' : 'flex justify-between gap-4 text-sm font-semibold'}
        htmlFor={id}
      >
        {label}
        {optional && <span className="font-normal text-muted">{t('optional')}</span>}
      </label>
      <FieldContext
        value={{ id, describedBy: describedBy || undefined, invalid: Boolean(error), required }}
      >
        {children}
      </FieldContext>
      {hint && (
        <p className="text-sm text-muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div aria-live="polite">
        {error && (
          <p className="flex items-start gap-1.5 text-sm text-danger" id={`${id}-error`}>
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.5} />
            <span>{error}</span>
          </p>
        )}
      </div>
    </div>
  )
}
