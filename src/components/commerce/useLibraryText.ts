import { useLocale, useTranslations } from 'next-intl'

import type { Library } from '@/operations/commerce/library'

/** Says what an offer opens by its rule; null where it has none. */
export const useLibraryText = (): ((offer: { library?: Library | null }) => null | string) => {
  const t = useTranslations('course')
  const locale = useLocale()

  return ({ library }) => {
    if (!library) {
      return null
    }
    const { categories, count } = library
    const topics = new Intl.ListFormat(locale, { type: 'conjunction' }).format(categories)

    return categories.length > 0 ? t('libraryOf', { count, topics }) : t('libraryAll', { count })
  }
}
