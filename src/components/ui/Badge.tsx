import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva(
  'inline-flex items-center gap-1 rounded-control px-2 py-0.5 text-xs font-semibold whitespace-nowrap',
  {
    defaultVariants: { tone: 'neutral' },
    variants: {
      tone: {
        accent: 'bg-accent-soft text-accent-text',
        danger: 'bg-danger-soft text-danger',
        info: 'bg-info-soft text-info',
        neutral: 'bg-sunken text-muted',
        success: 'bg-success-soft text-success',
        warning: 'bg-warning-soft text-warning',
      },
    },
  },
)

/** A short word about a thing's state. */
export const Badge = ({
  className,
  tone,
  ...rest
}: ComponentProps<'span'> & VariantProps<typeof style>) => (
  <span className={cn(style({ tone }), className)} {...rest} />
)
