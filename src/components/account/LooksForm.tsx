'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'

import { density, theme } from '@/components/ui/looks'
import { RadioGroup } from '@/components/ui/RadioGroup'

/** Theme and density of this browser; each holds at once. */
export const LooksForm = () => {
  const t = useTranslations('account.looks')
  const ui = useTranslations('ui')
  const chosenTheme = useSyncExternalStore(theme.watch, theme.read, () => theme.plain)
  const chosenDensity = useSyncExternalStore(density.watch, density.read, () => density.plain)

  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <RadioGroup
        legend={ui('theme')}
        name="theme"
        onValueChange={theme.choose}
        options={theme.values.map((value) => ({ label: ui(`themes.${value}`), value }))}
        value={chosenTheme}
      />
      <RadioGroup
        legend={t('density')}
        name="density"
        onValueChange={density.choose}
        options={density.values.map((value) => ({
          hint: t(`densities.${value}Hint`),
          label: t(`densities.${value}`),
          value,
        }))}
        value={chosenDensity}
      />
    </div>
  )
}
