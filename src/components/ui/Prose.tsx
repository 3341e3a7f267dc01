import type { ComponentProps } from 'react'

import { cn } from './classes'

/** Long written content: spacing, lists, quotes and links set for reading at 60 to 72 characters. */
export const Prose = ({ className, ...rest }: ComponentProps<'div'>) => (
  <div className={cn('prose max-w-reading text-lg', className)} {...rest} />
)
