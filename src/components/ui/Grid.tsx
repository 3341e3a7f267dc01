import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('grid gap-6', {
  defaultVariants: { columns: 3 },
  variants: {
    columns: {
      2: 'grid-cols-1 md:grid-cols-2',
      3: 'grid-cols-1 sm:grid-cols-2 lg:grid-cols-3',
      4: 'grid-cols-2 lg:grid-cols-4',
    },
  },
})

/** Equal columns, fewer where the screen is narrower. `asChild` takes the child's element. */
export const Grid = ({
  asChild = false,
  className,
  columns,
  ...rest
}: ComponentProps<'div'> & VariantProps<typeof style> & { asChild?: boolean }) => {
  const Tag = asChild ? Slot : 'div'

  return <Tag className={cn(style({ columns }), className)} {...rest} />
}
