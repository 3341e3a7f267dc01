import { Check } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

import { formatMoney } from '@/components/ui/formatMoney'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { savingOf } from '@/domain/commerce/bundles'

import type { OfferIn } from './offerIn'

import { useLibraryText } from './useLibraryText'

/** The courses of a bundle, and what it saves, or what a library opens; nothing for an offer of one course. */
export const OfferContents = ({ offer }: { offer: OfferIn }) => {
  const t = useTranslations('course')
  const locale = useLocale()
  const { course, courses, currency } = offer
  const saving = offer.foreign ? 0 : savingOf(offer)
  const library = useLibraryText()(offer)
  if (library) {
    return <Text size="small">{library}</Text>
  }
  if (courses.length < 2) {
    return null
  }

  return (
    <Stack gap={2}>
      <Text size="small" strong>
        {t('bundleOf', { count: courses.length })}
      </Text>
      <ul className="flex flex-col gap-1 text-sm">
        {courses.map(({ id, slug, title }) => (
          <li className="flex items-start gap-2" key={id}>
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success" strokeWidth={1.5} />
            {id === course ? (
              <bdi>{title}</bdi>
            ) : (
              <TextLink href={`/courses/${slug}`}>
                <bdi>{title}</bdi>
              </TextLink>
            )}
          </li>
        ))}
      </ul>
      {saving > 0 && (
        <Text size="small" tone="accent">
          {t('saves', { amount: formatMoney({ amount: saving, currency, locale, whole: true }) })}
        </Text>
      )}
    </Stack>
  )
}
