import { useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/TextLink'

/** The first stop of the keyboard: jumps over the header to the element with the id `content`. */
export const SkipLink = () => {
  const t = useTranslations('shell')

  return (
    <TextLink
      className="sr-only z-60 rounded-control bg-raised px-4 py-3 focus:not-sr-only focus:absolute focus:start-4 focus:top-4"
      href="#content"
    >
      {t('skip')}
    </TextLink>
  )
}
