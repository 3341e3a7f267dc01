import Link from 'next/link'
import type { ComponentProps } from 'react'

import { buttonStyle, type ButtonStyle } from './buttonStyle'
import { cn } from './classes'

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = ({
  className,
  size,
  variant,
  wide,
  ...rest
}: ButtonStyle & ComponentProps<typeof Link>) => (
  <Link className={cn(buttonStyle({ size, variant, wide }), className)} {...rest} />
)
