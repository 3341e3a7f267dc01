'use client'

import type { ComponentProps } from 'react'

import { cn } from './classes'
import { controlStyle } from './controlStyle'
import { useFieldProps } from './fieldContext'

const LTR = new Set(['email', 'number', 'tel', 'url'])

/** A one-line box. Inside a field it is bound to the label, the hint and the error. Addresses and numbers run left to right. */
export const Input = ({ type = 'text', className, dir, ...rest }: ComponentProps<'input'>) => (
  <input
    {...rest}
    {...useFieldProps(rest)}
    className={cn(controlStyle, LTR.has(type) && 'rtl:text-end', className)}
    dir={dir ?? (LTR.has(type) ? 'ltr' : undefined)}
    type={type}
  />
)
