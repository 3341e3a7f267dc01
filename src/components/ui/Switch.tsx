'use client'

import { Switch as Primitive } from 'radix-ui'
import { useId, type ComponentProps, type ReactNode } from 'react'

import { cn } from './classes'

/** Turns one thing on or off, at once and without a button to save. */
export const Switch = ({
  className,
  hint,
  label,
  ...rest
}: ComponentProps<typeof Primitive.Root> & { hint?: ReactNode; label: ReactNode }) => {
  const id = useId()

  return (
    <div className={cn('flex min-h-target items-center justify-between gap-4', className)}>
      <div className="min-w-0">
        <label className="block font-medium" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <p className="text-sm text-muted" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <Primitive.Root
        {...rest}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative inline-flex h-7 w-12 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors before:absolute before:-inset-2 before:content-[''] data-[state=checked]:border-accent-line data-[state=checked]:bg-accent"
        id={id}
      >
        <Primitive.Thumb className="block size-5 rounded-full bg-muted transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-accent-contrast rtl:data-[state=checked]:-translate-x-5" />
      </Primitive.Root>
    </div>
  )
}
