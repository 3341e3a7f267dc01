import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('text-balance', {
  variants: {
    size: {
      display: 'text-display tracking-tight rtl:tracking-normal',
      heading: 'text-heading',
      label: 'text-base font-semibold',
      small: 'text-xl',
      title: 'text-title tracking-tight rtl:tracking-normal',
    },
  },
})

const SIZES = { 1: 'title', 2: 'heading', 3: 'small', 4: 'label' } as const

/** A heading. `level` is its place in the outline, `size` its looks; the size follows the level unless given. */
export const Heading = ({
  className,
  level,
  size,
  ...rest
}: ComponentProps<'h2'> & VariantProps<typeof style> & { level: 1 | 2 | 3 | 4 }) => {
  const Tag = `h${level}` as const

  return <Tag className={cn(style({ size: size ?? SIZES[level] }), className)} {...rest} />
}
