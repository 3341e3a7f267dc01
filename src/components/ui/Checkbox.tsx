'use client'

import { Check } from 'lucide-react'
import { useId, type ComponentProps, type ReactNode } from 'react'

/** A yes or no with its sentence beside it; the whole line answers to the finger. */
export const Checkbox = ({
  className,
  error,
  hint,
  label,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & {
  error?: ReactNode
  hint?: ReactNode
  label: ReactNode
}) => {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')

  return (
    <div className={className}>
      <label className="flex min-h-target items-start gap-3 py-2.5 has-disabled:text-muted">
        <span className="relative mt-0.5 inline-flex shrink-0">
          <input
            {...rest}
            aria-describedby={describedBy || undefined}
            aria-invalid={error ? true : undefined}
            className="peer size-5 appearance-none rounded-[min(var(--radius-control),5px)] border border-line-strong bg-surface transition-colors checked:border-accent-line checked:bg-accent aria-invalid:border-danger"
            type="checkbox"
          />
          <Check
            aria-hidden
            className="pointer-events-none absolute inset-0.5 size-4 text-accent-contrast opacity-0 peer-checked:opacity-100"
            strokeWidth={2.5}
          />
        </span>
        <span>{label}</span>
      </label>
      {hint && (
        <p className="-mt-2 ps-8 text-sm text-muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="ps-8 text-sm text-danger" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
