import Image from 'next/image'

import { logoBox } from '@/domain/tenancy/theme/logo'

import { cn } from './classes'

/** An image of a logo, in pixels of its file. */
export type LogoImage = { height: number; url: string; width: number }

/** How large a logo is shown, in pixels: no higher than a target for the finger. */
const SIZE = { height: 32, highest: 44, widest: 192 }

/** The mark of a school: its logo, with one for the dark where it has that, or its initial in its accent, with its name. */
export const Logo = ({
  name,
  className,
  logo,
  logoDark,
  markOnly = false,
}: {
  className?: string
  logo?: LogoImage | null
  logoDark?: LogoImage | null
  markOnly?: boolean
  name: string
}) => {
  if (logo) {
    return (
      <>
        <LogoPicture className={className} image={logo} isAlone={!logoDark} name={name} />
        {logoDark && <LogoPicture className={className} image={logoDark} isDark name={name} />}
      </>
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
      <span className={markOnly ? 'sr-only' : 'truncate font-semibold text-text'} dir="auto">
        {name}
      </span>
    </span>
  )
}

const LogoPicture = ({
  name,
  className,
  image: { height, url, width },
  isAlone = false,
  isDark = false,
}: {
  className?: string
  image: LogoImage
  isAlone?: boolean
  isDark?: boolean
  name: string
}) => (
  <Image
    alt={name}
    className={cn('w-auto max-w-full shrink-0 object-contain', className)}
    data-undimmed
    height={height}
    src={url}
    style={{
      blockSize: logoBox({ height, width }, SIZE).height,
      display: isAlone ? undefined : isDark ? 'var(--in-dark)' : 'var(--in-light)',
    }}
    unoptimized
    width={width}
  />
)
