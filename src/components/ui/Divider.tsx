import { cn } from './classes'

/** A hairline between two parts. */
export const Divider = ({ className }: { className?: string }) => (
  <hr className={cn('border-line', className)} />
)
