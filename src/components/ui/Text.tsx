import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('', {
  defaultVariants: { size: 'base', tone: 'text' },
  variants: {
    size: {
      base: 'text-base',
      large: 'text-lg',
      lead: 'text-xl text-pretty',
      small: 'text-sm',
      tiny: 'text-xs',
    },
    strong: { true: 'font-semibold' },
    tone: {
      accent: 'text-accent-text',
      danger: 'text-danger',
      inherit: '',
      muted: 'text-muted',
      subtle: 'text-subtle',
      success: 'text-success',
      text: 'text-text',
    },
  },
})

/** A run of text: a paragraph unless `as` says otherwise. */
export const Text = ({
  as: Tag = 'p',
  className,
  size,
  strong,
  tone,
  ...rest
}: ComponentProps<'p'> &
  VariantProps<typeof style> & { as?: 'dd' | 'div' | 'dt' | 'li' | 'p' | 'span' | 'strong' }) => {
  const Any = Tag as 'p'

  return <Any className={cn(style({ size, strong, tone }), className)} {...rest} />
}
