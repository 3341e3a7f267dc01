import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('rounded-card border border-line bg-surface', {
  defaultVariants: { padding: 'medium' },
  variants: {
    /** The whole card leads somewhere: the link inside covers it. */
    linked: {
      true: 'relative transition-colors hover:border-line-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-focus [&_a]:outline-none [&_a]:after:absolute [&_a]:after:inset-0',
    },
    padding: {
      large: 'p-6 md:p-8',
      medium: 'p-4 md:p-6',
      none: 'overflow-hidden p-0',
      small: 'p-4',
    },
  },
})

/** A hairline surface. Never put one in another. `asChild` takes the child's element, such as `article`. */
export const Card = ({
  asChild = false,
  className,
  linked,
  padding,
  ...rest
}: ComponentProps<'div'> & VariantProps<typeof style> & { asChild?: boolean }) => {
  const Tag = asChild ? Slot : 'div'

  return <Tag className={cn(style({ linked, padding }), className)} {...rest} />
}
