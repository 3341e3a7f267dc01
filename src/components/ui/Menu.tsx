'use client'

import Link from 'next/link'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'

import { cn } from './classes'

const item =
  'flex min-h-target w-full items-center gap-3 rounded-control px-3 py-2 text-start text-sm text-text no-underline outline-none select-none data-[disabled]:text-muted data-[highlighted]:bg-sunken [&_svg]:size-4 [&_svg]:text-muted'

/** A list of actions under a button; arrows, first letters and Escape work. */
export const Menu = ({
  align = 'end',
  children,
  label,
  trigger,
}: {
  align?: 'center' | 'end' | 'start'
  children: ReactNode
  /** What the list is, for those who hear it. The trigger's own name when left out. */
  label?: string
  trigger: ReactNode
}) => (
  <Primitive.Root modal={false}>
    <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        align={align}
        className="z-50 min-w-48 rounded-card border border-line bg-raised p-1 shadow-float data-[state=closed]:animate-fade-out data-[state=open]:animate-rise-in"
        collisionPadding={8}
        sideOffset={8}
        {...(label ? { 'aria-label': label, 'aria-labelledby': undefined } : {})}
      >
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
)

/** An action of a menu. */
export const MenuItem = ({ className, ...rest }: ComponentProps<typeof Primitive.Item>) => (
  <Primitive.Item className={cn(item, className)} {...rest} />
)

/** A place to go, in a menu. */
export const MenuLink = ({ className, ...rest }: ComponentProps<typeof Link>) => (
  <Primitive.Item asChild>
    <Link className={cn(item, className)} {...rest} />
  </Primitive.Item>
)

/** One of several in a menu; the chosen one is marked. */
export const MenuChoice = ({
  onValueChange,
  options,
  value,
}: {
  onValueChange: (value: string) => void
  options: readonly { label: ReactNode; lang?: string; value: string }[]
  value: string
}) => (
  <Primitive.RadioGroup onValueChange={onValueChange} value={value}>
    {options.map((option) => (
      <Primitive.RadioItem
        className={cn(
          item,
          'data-[state=checked]:font-semibold data-[state=checked]:text-accent-text',
        )}
        key={option.value}
        lang={option.lang}
        value={option.value}
      >
        {option.label}
      </Primitive.RadioItem>
    ))}
  </Primitive.RadioGroup>
)

/** A line of text at the head of a menu, such as whose account it is. */
export const MenuHeader = ({ children }: { children: ReactNode }) => (
  <Primitive.Label className="px-3 py-2 text-sm text-muted">{children}</Primitive.Label>
)

/** A hairline between groups of a menu. */
export const MenuDivider = () => <Primitive.Separator className="my-1 h-px bg-line" />
