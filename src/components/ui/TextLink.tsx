import { cva, type VariantProps } from 'class-variance-authority'
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('transition-colors', {
  defaultVariants: { variant: 'text' },
  variants: {
    variant: {
      nav: 'inline-flex min-h-target items-center text-muted no-underline hover:text-text aria-[current=page]:font-semibold aria-[current=page]:text-text',
      plain: 'text-inherit no-underline',
      quiet: 'text-muted underline-offset-4 hover:text-text hover:underline',
      text: 'text-accent-text underline decoration-1 underline-offset-4 hover:decoration-2',
    },
  },
})

const isForeign = (href: unknown): boolean =>
  typeof href === 'string' && /^(?:https?:)?\/\//.test(href)

/** A link in text or navigation. One that leaves the site tells the other side nothing of where it came from. */
export const TextLink = ({
  className,
  href,
  variant,
  ...rest
}: ComponentProps<typeof NextLink> & VariantProps<typeof style>) => (
  <NextLink
    className={cn(style({ variant }), className)}
    href={href}
    rel={isForeign(href) ? 'noopener noreferrer' : undefined}
    {...rest}
  />
)
