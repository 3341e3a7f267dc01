import { Star } from 'lucide-react'

import { cn } from './classes'

const PLACES = [1, 2, 3, 4, 5] as const

/** Stars out of five, filled as far as `value` goes. `label` says it in words. */
export const Stars = ({
  className,
  label,
  value,
}: {
  className?: string
  label: string
  value: number
}) => (
  <span aria-label={label} className={cn('inline-flex shrink-0 gap-0.5', className)} role="img">
    {PLACES.map((place) => {
      const share = Math.min(Math.max(value - place + 1, 0), 1)

      return (
        <span aria-hidden className="relative inline-flex" key={place}>
          <Star className="size-[1em] text-line-strong" strokeWidth={1.5} />
          {share > 0 && (
            <span
              className="absolute inset-y-0 start-0 overflow-hidden"
              style={{ inlineSize: `${share * 100}%` }}
            >
              <Star
                className="size-[1em] max-w-none fill-current text-accent-text"
                strokeWidth={1.5}
              />
            </span>
          )}
        </span>
      )
    })}
  </span>
)
