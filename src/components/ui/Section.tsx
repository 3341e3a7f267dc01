import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from './classes'

const style = cva('', {
  defaultVariants: { ground: 'canvas', space: 'section' },
  variants: {
    ground: {
      accent: 'bg-accent-soft',
      canvas: '',
      sunken: 'border-y border-line bg-sunken',
      surface: 'border-y border-line bg-surface',
    },
    space: { none: '', section: 'py-section', small: 'py-8 md:py-12' },
  },
})

/** A band of the page with the breathing space of the design above and below. */
export const Section = ({
  className,
  ground,
  space,
  ...rest
}: ComponentProps<'section'> & VariantProps<typeof style>) => (
  <section className={cn(style({ ground, space }), className)} {...rest} />
)
