import { LoaderCircle } from 'lucide-react'

import { cn } from './classes'

/** A turning ring of the size and colour of the text around it. Decorative: say in words what is awaited. */
export const Spinner = ({ className }: { className?: string }) => (
  <LoaderCircle
    aria-hidden
    className={cn('size-[1.25em] shrink-0 animate-spin', className)}
    strokeWidth={1.5}
  />
)
