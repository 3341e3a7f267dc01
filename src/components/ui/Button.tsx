import { Slot } from 'radix-ui/slot'
import type { ComponentProps } from 'react'

import { buttonStyle, type ButtonStyle } from './buttonStyle'
import { cn } from './classes'
import { Spinner } from './Spinner'

type ButtonProps = ButtonStyle &
  ComponentProps<'button'> & {
    /** Hands the looks to the only child, which brings its own element. */
    asChild?: boolean
    /** Something was sent: the button keeps its width, turns a ring and takes no second press. */
    loading?: boolean
  }

/** A button. `type` is `button` unless said otherwise; an icon alone needs `aria-label`. */
export const Button = ({
  asChild = false,
  children,
  className,
  disabled,
  loading = false,
  size,
  variant,
  wide,
  ...rest
}: ButtonProps) => {
  const look = cn(buttonStyle({ size, variant, wide }), className)
  if (asChild) {
    return (
      <Slot className={look} {...rest}>
        {children}
      </Slot>
    )
  }

  return (
    <button
      type="button"
      {...rest}
      aria-busy={loading || undefined}
      className={look}
      disabled={disabled === true || loading}
    >
      <span className={cn('contents', loading && 'text-transparent')}>{children}</span>
      {loading && <Spinner className="absolute" />}
    </button>
  )
}
