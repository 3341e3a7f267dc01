import Image from 'next/image'

import { cn } from './classes'

const SIZES = { large: 64, medium: 44, small: 28 } as const

const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

/** A person: the picture, or the initials. Decorative unless `named`, since the name usually stands beside it. */
export const Avatar = ({
  name,
  className,
  named = false,
  size = 'medium',
  src,
}: {
  className?: string
  name: string
  named?: boolean
  size?: keyof typeof SIZES
  src?: null | string
}) => {
  const pixels = SIZES[size]
  const shape = 'inline-flex shrink-0 rounded-full'
  const box = { blockSize: pixels, inlineSize: pixels }
  if (src) {
    return (
      <Image
        alt={named ? name : ''}
        className={cn(shape, 'object-cover', className)}
        height={pixels}
        src={src}
        style={box}
        unoptimized
        width={pixels}
      />
    )
  }

  return (
    <span
      aria-hidden={!named}
      aria-label={named ? name : undefined}
      className={cn(
        shape,
        'items-center justify-center bg-accent-soft font-semibold text-accent-text',
        size === 'small' ? 'text-xs' : 'text-sm',
        className,
      )}
      role={named ? 'img' : undefined}
      style={box}
    >
      {initialsOf(name)}
    </span>
  )
}
