'use client'

import { MoreVertical } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'

import { useBuilder } from './context'

export type MenuEntry = {
  href?: string
  isDangerous?: boolean
  isOff?: boolean
  label: string
  run?: () => void
}

/** What can be done with one row. */
export const RowMenu = ({
  entries,
  title,
}: {
  entries: readonly (MenuEntry | false)[]
  title: string
}) => {
  const { dir, words } = useBuilder()

  return (
    <DropdownMenu.Root dir={dir} modal={false}>
      <DropdownMenu.Trigger aria-label={words.menu(title)} className="lectern-build__icon">
        <MoreVertical aria-hidden size={18} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" className="lectern-build__menu" collisionPadding={8}>
          {entries.map(
            (entry) =>
              entry &&
              (entry.href ? (
                <DropdownMenu.Item asChild key={entry.label}>
                  <a href={entry.href} target="_blank">
                    {entry.label}
                  </a>
                </DropdownMenu.Item>
              ) : (
                <DropdownMenu.Item
                  data-dangerous={entry.isDangerous}
                  disabled={entry.isOff}
                  key={entry.label}
                  onSelect={entry.run}
                >
                  {entry.label}
                </DropdownMenu.Item>
              )),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
