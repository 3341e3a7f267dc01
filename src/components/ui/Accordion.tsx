import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

import { cn } from './classes'

/**
 * Sections that fold, on the platform's own `details`: they open without a script, can be found by searching in the page, and print.
 * `exclusive` is a name; of the sections under one name a single one is open.
 */
export const Accordion = ({
  className,
  exclusive,
  items,
}: {
  className?: string
  exclusive?: string
  items: readonly {
    aside?: ReactNode
    content: ReactNode
    id: string
    open?: boolean
    title: ReactNode
  }[]
}) => (
  <div className={cn('border-t border-line', className)}>
    {items.map(({ id, aside, content, open, title }) => (
      <details className="group border-b border-line" key={id} name={exclusive} open={open}>
        <summary className="flex min-h-target list-none items-center gap-4 py-3 font-semibold hover:text-accent-text">
          <span className="min-w-0 flex-1">{title}</span>
          {aside && <span className="shrink-0 text-sm font-normal text-muted">{aside}</span>}
          <ChevronDown
            aria-hidden
            className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
            strokeWidth={1.5}
          />
        </summary>
        <div className="pb-4">{content}</div>
      </details>
    ))}
  </div>
)
