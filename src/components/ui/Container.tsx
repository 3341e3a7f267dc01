import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('mx-auto w-full px-gutter', {
  defaultVariants: { size: 'content' },
  variants: {
    size: {
      content: 'max-w-[calc(var(--container-content)+2*var(--spacing-gutter))]',
      form: 'max-w-[calc(var(--container-form)+2*var(--spacing-gutter))]',
      full: 'max-w-none',
      player: 'max-w-[calc(var(--container-player)+2*var(--spacing-gutter))]',
      reading: 'max-w-[calc(var(--container-reading)+2*var(--spacing-gutter))]',
    },
  },
})

/** Centres its content at a width of the design: content 1120, player 1040, reading 680, form 480 px, and keeps a gutter. */
export const Container = ({
  className,
  size,
  ...rest
}: ComponentProps<'div'> & VariantProps<typeof style>) => (
  <div className={cn(style({ size }), className)} {...rest} />
)
