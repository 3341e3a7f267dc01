'use client'

import { Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

import { isLocale, LOCALES, type Locale } from '@/domain/tenancy/locales'

import { Button } from './Button'
import { LOCALE_NAMES } from './localeNames'
import { Menu, MenuChoice } from './Menu'
import { keepLocale, openInLanguage } from './reader'

/**
 * Chooses the language of the interface for this browser; each language is named in itself. `onChoose`
 * is told first, and waited for.
 */
export const LocaleSwitch = ({ onChoose }: { onChoose?: (locale: Locale) => Promise<void> }) => {
  const t = useTranslations('ui')
  const choose = async (locale: string): Promise<void> => {
    if (isLocale(locale)) {
      await onChoose?.(locale)
      keepLocale(locale)
      openInLanguage()
    }
  }

  return (
    <Menu
      trigger={
        <Button aria-label={t('language')} size="icon" variant="quiet">
          <Languages aria-hidden className="size-5" strokeWidth={1.5} />
        </Button>
      }
    >
      <MenuChoice
        onValueChange={(locale) => void choose(locale)}
        options={LOCALES.map((value) => ({ label: LOCALE_NAMES[value], lang: value, value }))}
        value={useLocale()}
      />
    </Menu>
  )
}
