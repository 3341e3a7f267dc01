import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

/** What a buyer agrees to by going on, with the pages that say it; nothing where a school has published none. */
export const AcceptedTerms = ({ pages }: { pages: readonly { slug: string; title: string }[] }) => {
  const t = useTranslations('checkout')

  return (
    pages.length > 0 && (
      <Text className="flex flex-wrap items-center gap-x-4" size="small" tone="muted">
        <span>{t('accept')}</span>
        {pages.map(({ slug, title }) => (
          <TextLink
            className="inline-flex min-h-target items-center"
            href={`/${slug}`}
            key={slug}
            prefetch={false}
            target="_blank"
          >
            <bdi>{title}</bdi>
          </TextLink>
        ))}
      </Text>
    )
  )
}
