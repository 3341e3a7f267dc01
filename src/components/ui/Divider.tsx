import type { ReactNode } from 'react'

import { cn } from './classes'

/** A hairline between two parts; `children` stand in the middle of it. */
export const Divider = ({ children, className }: { children?: ReactNode; className?: string }) =>
  children ? (
    <div className={cn('flex items-center gap-3 text-sm text-muted', className)}>
      <hr className="flex-1 border-line" />
      {children}
      <hr className="flex-1 border-line" />
    </div>
  ) : (
    <hr className={cn('border-line', className)} />
  )
