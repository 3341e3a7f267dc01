import Image from 'next/image'

import { cn } from './classes'

/** The mark of a school: its logo, or its initial in its accent, with its name. */
export const Logo = ({
  name,
  className,
  logo,
  markOnly = false,
}: {
  className?: string
  logo?: null | { height: number; url: string; width: number }
  markOnly?: boolean
  name: string
}) => {
  if (logo) {
    return (
      <Image
        alt={name}
        className={cn('h-8 w-auto max-w-48 object-contain', className)}
        data-undimmed
        height={logo.height}
        src={logo.url}
        unoptimized
        width={logo.width}
      />
    )
  }

  return (
    <span className={cn('inline-flex min-w-0 items-center gap-2', className)}>
      <span
        aria-hidden
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-control bg-accent font-bold text-accent-contrast"
      >
        {[...name.trim()][0]?.toUpperCase()}
      </span>
      <span className={markOnly ? 'sr-only' : 'truncate font-semibold text-text'}>{name}</span>
    </span>
  )
}
