import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('flex', {
  compoundVariants: [{ className: 'flex-wrap items-center', row: true }],
  defaultVariants: { gap: 4, row: false },
  variants: {
    align: {
      baseline: 'items-baseline',
      center: 'items-center',
      end: 'items-end',
      start: 'items-start',
      stretch: 'items-stretch',
    },
    gap: {
      0: 'gap-0',
      1: 'gap-1',
      2: 'gap-2',
      3: 'gap-3',
      4: 'gap-4',
      6: 'gap-6',
      8: 'gap-8',
      12: 'gap-12',
      16: 'gap-16',
    },
    justify: { between: 'justify-between', center: 'justify-center', end: 'justify-end' },
    row: { false: 'flex-col', true: 'flex-row' },
  },
})

/** Children one below another, or in a wrapping row, at one distance of the scale (in steps of 4 px). `asChild` takes the child's element. */
export const Stack = ({
  align,
  asChild = false,
  className,
  gap,
  justify,
  row,
  ...rest
}: ComponentProps<'div'> & VariantProps<typeof style> & { asChild?: boolean }) => {
  const Tag = asChild ? Slot : 'div'

  return <Tag className={cn(style({ align, gap, justify, row }), className)} {...rest} />
}
