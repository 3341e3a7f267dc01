'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { Button } from './Button'
import { Menu, MenuChoice } from './Menu'
import { chooseTheme, readTheme, THEMES, watchTheme, type ThemeChoice } from './themeChoice'

const ICONS = { dark: Moon, light: Sun, system: Monitor } as const

/** Chooses light, dark or the system's theme; the choice stays in this browser. */
export const ThemeToggle = () => {
  const t = useTranslations('ui')
  const theme = useSyncExternalStore<ThemeChoice>(watchTheme, readTheme, () => 'system')
  const Icon = ICONS[theme]
  const choose = (value: string) => chooseTheme(THEMES.find((one) => one === value) ?? 'system')

  return (
    <Menu
      trigger={
        <Button aria-label={t('theme')} size="icon" variant="quiet">
          <Icon aria-hidden className="size-5" strokeWidth={1.5} />
        </Button>
      }
    >
      <MenuChoice
        onValueChange={choose}
        options={THEMES.map((value) => ({ label: t(`themes.${value}`), value }))}
        value={theme}
      />
    </Menu>
  )
}
