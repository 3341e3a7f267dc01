import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'

import type { CatalogQuery } from '@/domain/catalog/catalogQuery'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { formatMoney } from '@/components/ui/formatMoney'
import { catalogSearch, filterCount } from '@/domain/catalog/catalogQuery'
import { languageName } from '@/domain/catalog/languages'
import { exponentOf } from '@/domain/commerce/money'

/** What is chosen, each with the way back from it, and from all of it. Nothing where nothing is. */
export const ChosenFilters = ({
  currency,
  path,
  query,
}: {
  currency: string
  path: string
  query: CatalogQuery
}) => {
  const t = useTranslations()
  const locale = useLocale()
  if (filterCount(query) === 0) {
    return null
  }
  const { from, languages, levels, price, rating, text, to } = query
  const money = (value: number) =>
    formatMoney({
      amount: Math.round(value * 10 ** exponentOf(currency)),
      currency,
      locale,
      whole: true,
    })
  const chosen: { label: string; without: Partial<CatalogQuery> }[] = [
    ...(text ? [{ label: t('catalog.quoted', { text }), without: { text: '' } }] : []),
    ...levels.map((level) => ({
      label: t(`course.levels.${level}`),
      without: { levels: levels.filter((one) => one !== level) },
    })),
    ...(price
      ? [
          {
            label: t(price === 'free' ? 'common.free' : 'catalog.paid'),
            without: { price: null },
          },
        ]
      : []),
    ...(from === null
      ? []
      : [{ label: t('catalog.atLeast', { price: money(from) }), without: { from: null } }]),
    ...(to === null
      ? []
      : [{ label: t('catalog.atMost', { price: money(to) }), without: { to: null } }]),
    ...(rating === null
      ? []
      : [
          {
            label: t('catalog.ratingFrom', { stars: new Intl.NumberFormat(locale).format(rating) }),
            without: { rating: null },
          },
        ]),
    ...languages.map((code) => ({
      label: languageName(code, locale),
      without: { languages: languages.filter((one) => one !== code) },
    })),
  ]

  return (
    <ul aria-label={t('catalog.chosen')} className="flex flex-wrap items-center gap-2">
      {chosen.map(({ label, without }) => (
        <li key={label}>
          <ButtonLink
            aria-label={t('catalog.remove', { filter: label })}
            className="font-normal"
            href={`${path}${catalogSearch({ ...query, ...without, page: 1 })}`}
            prefetch={false}
            scroll={false}
            size="small"
            variant="soft"
          >
            <bdi>{label}</bdi>
            <X aria-hidden className="size-4" strokeWidth={1.5} />
          </ButtonLink>
        </li>
      ))}
      <li>
        <ButtonLink href={path} prefetch={false} scroll={false} size="small" variant="quiet">
          {t('catalog.clear')}
        </ButtonLink>
      </li>
    </ul>
  )
}
