'use client'

import { useId, type ReactNode } from 'react'

/** One step of a scale from `least` to `most`, all of them in view, with words at its two ends. Works in a plain form through `name`. */
export const ScaleInput = ({
  name,
  disabled = false,
  error,
  high,
  hint,
  least,
  legend,
  low,
  most,
  onValueChange,
  required = false,
  value,
}: {
  disabled?: boolean
  error?: ReactNode
  /** What stands at the highest step. */
  high?: ReactNode
  hint?: ReactNode
  least: number
  legend: ReactNode
  low?: ReactNode
  most: number
  name: string
  onValueChange?: (value: number) => void
  required?: boolean
  value: null | number
}) => {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, (low || high) && `${id}-ends`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ')
  const steps = Array.from({ length: most - least + 1 }, (_, step) => least + step)

  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      className="flex min-w-0 flex-col"
      disabled={disabled}
    >
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      {hint && (
        <p className="-mt-1 mb-2 text-sm text-muted" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="w-fit max-w-full">
        <div className="flex flex-wrap gap-2">
          {steps.map((step) => (
            <label
              className="relative inline-flex size-target cursor-pointer items-center justify-center rounded-control border border-line-strong bg-surface font-medium tabular-nums transition-colors hover:border-muted has-checked:border-accent-line has-checked:bg-accent has-checked:text-accent-contrast has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-default has-disabled:text-muted"
              key={step}
            >
              <input
                checked={value === step}
                className="absolute inset-0 cursor-pointer appearance-none rounded-control outline-none"
                name={name}
                onChange={() => onValueChange?.(step)}
                required={required}
                type="radio"
                value={step}
              />
              <span aria-hidden className="pointer-events-none relative">
                {step}
              </span>
              <span className="sr-only">{step}</span>
            </label>
          ))}
        </div>
        {(low || high) && (
          <div className="mt-2 flex justify-between gap-4 text-sm text-muted" id={`${id}-ends`}>
            <span>{low}</span>
            <span className="text-end">{high}</span>
          </div>
        )}
      </div>
      {error && (
        <p className="mt-1 text-sm text-danger" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
