'use client'

import { useId, type ReactNode } from 'react'

import { cn } from './classes'

/** One answer of a radio group; `aside` stands at the far end, such as a price. */
export type RadioOption = {
  aside?: ReactNode
  disabled?: boolean
  hint?: ReactNode
  label: ReactNode
  value: string
}

/** One of several answers, all of them in view. `cards` gives each a surface of its own. Works in a plain form through `name`. */
export const RadioGroup = ({
  name,
  className,
  defaultValue,
  disabled = false,
  error,
  legend,
  legendHidden = false,
  onValueChange,
  options,
  required = false,
  value,
  variant = 'list',
}: {
  className?: string
  defaultValue?: string
  disabled?: boolean
  error?: ReactNode
  legend: ReactNode
  legendHidden?: boolean
  name: string
  onValueChange?: (value: string) => void
  options: readonly RadioOption[]
  required?: boolean
  value?: string
  variant?: 'cards' | 'list'
}) => {
  const id = useId()
  const stateOf = (option: string) =>
    value === undefined
      ? { defaultChecked: defaultValue === option }
      : { checked: value === option }

  return (
    <fieldset
      aria-describedby={error ? `${id}-error` : undefined}
      className={cn('flex min-w-0 flex-col', variant === 'cards' ? 'gap-3' : 'gap-1', className)}
      disabled={disabled}
    >
      <legend className={legendHidden ? 'sr-only' : 'mb-2 text-sm font-semibold'}>{legend}</legend>
      {options.map((option) => (
        <label
          className={cn(
            'flex min-h-target items-start gap-3 has-disabled:text-muted',
            variant === 'list'
              ? 'py-2.5'
              : 'rounded-card border border-line-strong bg-surface p-4 transition-colors hover:border-muted has-checked:border-accent-line has-checked:bg-accent-soft',
          )}
          key={option.value}
        >
          <input
            {...stateOf(option.value)}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            className="mt-0.5 size-5 shrink-0 appearance-none rounded-full border border-line-strong bg-surface transition-colors checked:border-[6px] checked:border-accent-line"
            disabled={option.disabled}
            name={name}
            onChange={() => onValueChange?.(option.value)}
            required={required}
            type="radio"
            value={option.value}
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{option.label}</span>
            {option.hint && (
              <span className="block text-sm text-muted" id={`${id}-${option.value}`}>
                {option.hint}
              </span>
            )}
          </span>
          {option.aside && <span className="shrink-0 font-semibold">{option.aside}</span>}
        </label>
      ))}
      {error && (
        <p className="text-sm text-danger" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
