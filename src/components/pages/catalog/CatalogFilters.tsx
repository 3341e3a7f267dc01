import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { CatalogQuery } from '@/domain/catalog/catalogQuery'
import type { Facets } from '@/operations/pages/catalog'

import { Checkbox } from '@/components/ui/Checkbox'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { Stack } from '@/components/ui/Stack'
import { Stars } from '@/components/ui/Stars'
import { LEVELS, PRICES, RATINGS } from '@/domain/catalog/catalogQuery'
import { COURSE_LANGUAGES, languageName } from '@/domain/catalog/languages'
import { exponentOf } from '@/domain/commerce/money'

type Props = {
  /** ISO 4217 code of the school's prices. */
  currency: string
  facets: Facets
  query: CatalogQuery
}

/** What narrows a catalog down, each value with how many courses it would show. A facet of one value is left out. */
export const CatalogFilters = ({ currency, facets, query }: Props) => {
  const t = useTranslations()
  const locale = useLocale()

  return (
    <Stack gap={6}>
      <Prices currency={currency} facets={facets} query={query} />
      <Choices
        chosen={query.levels}
        counts={facets.levels}
        label={(level) => t(`course.levels.${level}`)}
        legend={t('catalog.level')}
        name="level"
        values={LEVELS}
      />
      <Ratings facets={facets} query={query} />
      <Choices
        chosen={query.languages}
        counts={facets.languages}
        label={(code) => languageName(code, locale)}
        legend={t('catalog.language')}
        name="language"
        values={COURSE_LANGUAGES}
      />
    </Stack>
  )
}

const Count = ({ children }: { children: ReactNode }) => (
  <span className="ms-2 font-normal text-muted tabular-nums">{children}</span>
)

const Choices = <T extends string>({
  name,
  chosen,
  counts,
  label,
  legend,
  values,
}: {
  chosen: readonly T[]
  counts: Readonly<Partial<Record<T, number>>>
  label: (value: T) => string
  legend: string
  name: string
  values: readonly T[]
}) => {
  const shown = values.filter((value) => (counts[value] ?? 0) > 0 || chosen.includes(value))
  if (shown.length < 2 && chosen.length === 0) {
    return null
  }

  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{legend}</legend>
      {shown.map((value) => (
        <Checkbox
          defaultChecked={chosen.includes(value)}
          key={value}
          label={
            <>
              {label(value)}
              <Count>{counts[value] ?? 0}</Count>
            </>
          }
          name={name}
          value={value}
        />
      ))}
    </fieldset>
  )
}

const Prices = ({ currency, facets: { prices, range }, query: { from, price, to } }: Props) => {
  const t = useTranslations()
  const digits = exponentOf(currency)
  const major = (amount: null | number) => (amount === null ? '' : String(amount / 10 ** digits))
  const isNarrowed = price !== null || from !== null || to !== null
  if (range.high === null && !isNarrowed) {
    return null
  }
  const step = digits === 0 ? '1' : 'any'

  return (
    <Stack gap={2}>
      {(isNarrowed || PRICES.every((kind) => (prices[kind] ?? 0) > 0)) && (
        <RadioGroup
          defaultValue={price ?? ''}
          legend={t('catalog.price')}
          name="price"
          options={[
            { label: t('catalog.any'), value: '' },
            ...PRICES.map((kind) => ({
              label: (
                <>
                  {t(kind === 'free' ? 'common.free' : 'catalog.paid')}
                  <Count>{prices[kind] ?? 0}</Count>
                </>
              ),
              value: kind,
            })),
          ]}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('catalog.from', { currency })}>
          <Input
            defaultValue={from ?? ''}
            inputMode="decimal"
            min={0}
            name="min"
            placeholder={major(range.low)}
            step={step}
            type="number"
          />
        </Field>
        <Field label={t('catalog.to', { currency })}>
          <Input
            defaultValue={to ?? ''}
            inputMode="decimal"
            min={0}
            name="max"
            placeholder={major(range.high)}
            step={step}
            type="number"
          />
        </Field>
      </div>
    </Stack>
  )
}

const Ratings = ({ facets: { ratings }, query: { rating } }: Omit<Props, 'currency'>) => {
  const t = useTranslations('catalog')
  const locale = useLocale()
  const shown = RATINGS.filter((stars) => (ratings[stars] ?? 0) > 0 || stars === rating)
  if (shown.length === 0) {
    return null
  }
  const label = (stars: number) =>
    t('ratingFrom', { stars: new Intl.NumberFormat(locale).format(stars) })

  return (
    <RadioGroup
      defaultValue={rating === null ? '' : String(rating)}
      legend={t('rating')}
      name="rating"
      options={[
        { label: t('any'), value: '' },
        ...shown.map((stars) => ({
          label: (
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <Stars label={label(stars)} value={stars} />
              <span aria-hidden className="text-sm">
                {label(stars)}
              </span>
              <span className="font-normal text-muted tabular-nums">{ratings[stars] ?? 0}</span>
            </span>
          ),
          value: String(stars),
        })),
      ]}
    />
  )
}
