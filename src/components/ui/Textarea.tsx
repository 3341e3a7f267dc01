'use client'

import type { ComponentProps } from 'react'

import { cn } from './classes'
import { controlStyle } from './controlStyle'
import { useFieldProps } from './fieldContext'

/** A box for several lines, which grows with what is written. */
export const Textarea = ({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) => (
  <textarea
    {...rest}
    {...useFieldProps(rest)}
    className={cn(controlStyle, 'field-sizing-content min-h-24', className)}
    rows={rows}
  />
)
