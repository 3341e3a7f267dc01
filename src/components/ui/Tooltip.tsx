'use client'

import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

/** A few words about a control, on hover and focus. Never the only place of something that must be known. */
export const Tooltip = ({
  children,
  label,
  side = 'top',
}: {
  children: ReactNode
  label: ReactNode
  side?: 'bottom' | 'top'
}) => (
  <Primitive.Root>
    <Primitive.Trigger asChild>{children}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        className="z-60 max-w-64 animate-fade-in rounded-control bg-text px-3 py-1.5 text-sm text-canvas"
        collisionPadding={8}
        side={side}
        sideOffset={6}
      >
        {label}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
)
