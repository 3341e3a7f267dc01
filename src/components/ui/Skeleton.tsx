import { cn } from './classes'

/** A breathing shape of what is coming; give it the size of that thing through `className`. Mark the region `aria-busy`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={cn('h-4 animate-breathe rounded-control bg-line', className)} />
)
