'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { Button } from './Button'
import { theme } from './looks'
import { Menu, MenuChoice } from './Menu'

const ICONS = { dark: Moon, light: Sun, system: Monitor } as const

const ORDER = ['light', 'dark', 'system'] as const

/** Chooses light, dark or the system's theme; the choice stays in this browser. */
export const ThemeToggle = () => {
  const t = useTranslations('ui')
  const chosen = useSyncExternalStore(theme.watch, theme.read, () => theme.plain)
  const Icon = ICONS[chosen]

  return (
    <Menu
      trigger={
        <Button aria-label={t('theme')} size="icon" variant="quiet">
          <Icon aria-hidden className="size-5" strokeWidth={1.5} />
        </Button>
      }
    >
      <MenuChoice
        onValueChange={theme.choose}
        options={ORDER.map((value) => ({ label: t(`themes.${value}`), value }))}
        value={chosen}
      />
    </Menu>
  )
}
