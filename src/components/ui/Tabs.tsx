'use client'

import { Tabs as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

/** Views of one thing side by side; arrows move between them. `label` says what they are views of. */
export const Tabs = ({
  className,
  defaultValue,
  items,
  keepsAll = false,
  label,
  onValueChange,
  value,
}: {
  className?: string
  defaultValue?: string
  items: readonly { content: ReactNode; label: ReactNode; value: string }[]
  /** What was begun in one view is still there on coming back to it, and all are printed. */
  keepsAll?: boolean
  label: string
  onValueChange?: (value: string) => void
  value?: string
}) => (
  <Primitive.Root
    className={className}
    defaultValue={defaultValue ?? items[0]?.value}
    onValueChange={onValueChange}
    value={value}
  >
    <Primitive.List
      aria-label={label}
      className="flex gap-6 overflow-x-auto border-b border-line print:hidden"
    >
      {items.map((item) => (
        <Primitive.Trigger
          className="-mb-px min-h-target shrink-0 border-b-2 border-transparent text-muted transition-colors hover:text-text data-[state=active]:border-accent-line data-[state=active]:font-semibold data-[state=active]:text-text"
          key={item.value}
          value={item.value}
        >
          {item.label}
        </Primitive.Trigger>
      ))}
    </Primitive.List>
    {items.map((item) => (
      <Primitive.Content
        className="pt-6 data-[state=inactive]:hidden print:block"
        forceMount={keepsAll || undefined}
        key={item.value}
        value={item.value}
      >
        {item.content}
      </Primitive.Content>
    ))}
  </Primitive.Root>
)
