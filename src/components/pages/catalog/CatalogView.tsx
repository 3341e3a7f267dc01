import { Search, SearchX, SlidersHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { CatalogQuery } from '@/domain/catalog/catalogQuery'
import type { Catalog } from '@/operations/pages/catalog'

import { AsideSheet, AsideSheetButton } from '@/components/ui/AsideSheet'
import { Badge } from '@/components/ui/Badge'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Container } from '@/components/ui/Container'
import { EmptyState } from '@/components/ui/EmptyState'
import { Field } from '@/components/ui/Field'
import { Grid } from '@/components/ui/Grid'
import { Heading } from '@/components/ui/Heading'
import { Input } from '@/components/ui/Input'
import { Island } from '@/components/ui/Island'
import { Pagination } from '@/components/ui/Pagination'
import { Section } from '@/components/ui/Section'
import { Select } from '@/components/ui/Select'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { catalogSearch, filterCount, SORTS } from '@/domain/catalog/catalogQuery'
import { lineOf } from '@/domain/catalog/categories'
import { categoryPath } from '@/domain/pages/addresses'

import { CourseTile } from '../CourseTile'
import { CourseTiles } from '../CourseTiles'
import { CatalogFilters } from './CatalogFilters'
import { CatalogLive } from './CatalogLive'
import { CategoryList } from './CategoryList'
import { ChosenFilters } from './ChosenFilters'

const FORM = 'catalog'
const SHEET = 'filters'

type Props = {
  catalog: Catalog
  currency: string
  lead: string
  query: CatalogQuery
}

/** A catalog, or a category of it: filters beside what they leave, on phones in a sheet. */
export const CatalogView = ({ catalog, currency, lead, query }: Props) => {
  const t = useTranslations()
  const { categories, category, facets } = catalog
  const path = category ? categoryPath(category.slug) : '/courses'
  const isBare = !category && facets.everywhere === 0 && filterCount(query) === 0
  const search = catalogSearch({ ...query, page: 1 })

  return (
    <Section space="small">
      <Container>
        <Stack gap={8}>
          <Stack gap={2}>
            {category && <Trail categories={categories} id={category.id} />}
            <Heading dir="auto" level={1}>
              {category ? category.name : t('home.courses')}
            </Heading>
            <Text dir="auto" size="large" tone="muted">
              {lead}
            </Text>
          </Stack>
          {isBare ? (
            <CourseTiles courses={[]} headingLevel={2} />
          ) : (
            <form
              action={path}
              aria-label={t('catalog.search')}
              className="transition-opacity aria-busy:opacity-60"
              id={FORM}
              key={`${path}${catalogSearch(query)}`}
              method="get"
              role="search"
            >
              <Island
                name="CatalogLive"
                given={{ form: FORM, path, search: catalogSearch(query), sheet: SHEET }}
                of={CatalogLive}
              />
              <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
                <AsideSheet id={SHEET} title={t('catalog.filters')}>
                  <Stack gap={6}>
                    <CategoryList
                      categories={categories}
                      category={category}
                      facets={facets}
                      search={search}
                    />
                    <CatalogFilters currency={currency} facets={facets} query={query} />
                    <Button className="lg:hidden lg:noscript:inline-flex" type="submit" wide>
                      {t('catalog.apply')}
                    </Button>
                  </Stack>
                </AsideSheet>
                <Found catalog={catalog} currency={currency} path={path} query={query} />
              </div>
            </form>
          )}
        </Stack>
      </Container>
    </Section>
  )
}

const Trail = ({ id, categories }: { categories: Catalog['categories']; id: string }) => {
  const t = useTranslations('shell')
  const line = lineOf(categories, id)
    .reverse()
    .flatMap((one) => categories.find((category) => category.id === one) ?? [])

  return (
    <Breadcrumb
      items={[
        { href: '/courses', label: t('courses') },
        ...line.map((one) => ({
          href: one.id === id ? undefined : categoryPath(one.slug),
          label: <bdi>{one.name}</bdi>,
        })),
      ]}
    />
  )
}

const Found = ({
  catalog: { courses, page, pages, total },
  currency,
  path,
  query,
}: Omit<Props, 'lead'> & { path: string }) => {
  const t = useTranslations('catalog')

  return (
    <Stack className="min-w-0" gap={6}>
      <Toolbar query={query} />
      <Stack align="center" gap={4} row>
        <Text role="status" size="small" tone="muted">
          {t('found', { count: total })}
        </Text>
        <ChosenFilters currency={currency} path={path} query={query} />
      </Stack>
      {courses.length === 0 ? (
        <EmptyState
          action={
            <ButtonLink href="/courses" prefetch={false} variant="secondary">
              {t('clear')}
            </ButtonLink>
          }
          body={t('noneBody')}
          icon={SearchX}
          title={t('noneTitle')}
        />
      ) : (
        <Grid asChild className="xl:grid-cols-3" columns={2}>
          <ul>
            {courses.map((course, place) => (
              <li key={course.id}>
                <CourseTile course={course} eager={place < 2} headingLevel={2} />
              </li>
            ))}
          </ul>
        </Grid>
      )}
      <Pagination
        href={(one) => `${path}${catalogSearch({ ...query, page: one })}`}
        page={page}
        pages={pages}
      />
    </Stack>
  )
}

const Toolbar = ({ query }: { query: CatalogQuery }) => {
  const t = useTranslations('catalog')
  const count = filterCount({ ...query, text: '' })

  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field className="min-w-0 basis-full sm:flex-1 sm:basis-60" label={t('text')} labelHidden>
        <div className="relative">
          <Input
            className="pe-12"
            defaultValue={query.text}
            enterKeyHint="search"
            maxLength={100}
            name="q"
            placeholder={t('text')}
            type="search"
          />
          <Button
            aria-label={t('search')}
            className="absolute inset-y-0 end-0"
            size="icon"
            type="submit"
            variant="quiet"
          >
            <Search aria-hidden className="size-5" strokeWidth={1.5} />
          </Button>
        </div>
      </Field>
      <Field className="max-sm:flex-1" label={t('sort')} labelHidden>
        <Select
          defaultValue={query.sort}
          name="sort"
          options={SORTS.map((value) => ({ label: t(`sorts.${value}`), value }))}
        />
      </Field>
      <AsideSheetButton sheet={SHEET}>
        <SlidersHorizontal aria-hidden className="size-5" strokeWidth={1.5} />
        {t('filters')}
        {count > 0 && <Badge tone="accent">{count}</Badge>}
      </AsideSheetButton>
    </div>
  )
}
