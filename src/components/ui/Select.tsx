'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'

import { cn } from './classes'
import { controlStyle } from './controlStyle'
import { useFieldProps } from './fieldContext'

/** One of a few known values, in the system's own list. The first option may be a `placeholder` without a value; `className` sets the room it takes. */
export const Select = ({
  className,
  options,
  placeholder,
  ...rest
}: Omit<ComponentProps<'select'>, 'children'> & {
  options: readonly { disabled?: boolean; label: string; value: string }[]
  placeholder?: string
}) => (
  <div className={cn('relative', className)}>
    <select
      {...rest}
      {...useFieldProps(rest)}
      className={cn(controlStyle, 'appearance-none pe-10')}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map(({ disabled, label, value }) => (
        <option disabled={disabled} key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
    <ChevronDown
      aria-hidden
      className="pointer-events-none absolute end-3 top-1/2 size-5 -translate-y-1/2 text-muted"
      strokeWidth={1.5}
    />
  </div>
)
