'use client'

import { Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

import { isLocale, LOCALES, type Locale } from '@/domain/tenancy/locales'

import { Button } from './Button'
import { Menu, MenuChoice } from './Menu'

const NAMES: Record<Locale, string> = { en: 'English', he: 'עברית', ru: 'Русский' }

const YEAR = 31_536_000

const choose = (locale: string): void => {
  if (isLocale(locale)) {
    const secure = location.protocol === 'https:' ? ';secure' : ''
    document.cookie = `locale=${locale};path=/;max-age=${YEAR};samesite=lax${secure}`
    location.reload()
  }
}

/** Chooses the language of the interface for this browser; each language is named in itself. */
export const LocaleSwitch = () => {
  const t = useTranslations('ui')

  return (
    <Menu
      trigger={
        <Button aria-label={t('language')} size="icon" variant="quiet">
          <Languages aria-hidden className="size-5" strokeWidth={1.5} />
        </Button>
      }
    >
      <MenuChoice
        onValueChange={choose}
        options={LOCALES.map((value) => ({ label: NAMES[value], lang: value, value }))}
        value={useLocale()}
      />
    </Menu>
  )
}
