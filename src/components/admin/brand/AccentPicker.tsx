'use client'

import { useField, useTranslation } from '@payloadcms/ui'

import { isHexColour } from '@/domain/tenancy/theme/oklch'
import { DEFAULT_BRAND } from '@/domain/tenancy/theme'

import { wordsIn } from '../words'

const WORDS = { en: 'Choose a colour', he: 'בחירת צבע', ru: 'Выбрать цвет' }

/** The system's own picker beneath the field of a colour; both write the same value. */
export const AccentPicker = ({ path }: { path: string }) => {
  const { i18n } = useTranslation()
  const { setValue, value } = useField<string>({ path })

  return (
    <input
      aria-label={wordsIn(i18n.language, WORDS)}
      className="lectern-accent"
      onChange={({ target }) => setValue(target.value)}
      type="color"
      value={isHexColour(value) ? value.toLowerCase() : DEFAULT_BRAND.accent}
    />
  )
}
