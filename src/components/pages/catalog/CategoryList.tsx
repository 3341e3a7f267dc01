import { useTranslations } from 'next-intl'

import type { Catalog } from '@/operations/pages/catalog'

import { TextLink } from '@/components/ui/TextLink'
import { cn } from '@/components/ui/classes'
import { lineOf } from '@/domain/catalog/categories'
import { categoryPath } from '@/domain/pages/addresses'

type Props = Pick<Catalog, 'categories' | 'category' | 'facets'> & {
  /** Parameters to take along. */
  search: string
}

const INDENTS = ['', 'ps-4', 'ps-8'] as const

/**
 * Categories that have courses under what else is chosen: those at the top, and of the chosen one's
 * branch all the way down. Each is a link, so that every category has its page.
 */
export const CategoryList = ({
  categories,
  category,
  facets: { categories: counts, everywhere },
  search,
}: Props) => {
  const t = useTranslations('catalog')
  const open = category ? lineOf(categories, category.id) : []
  const listed = inOrder(categories).filter(
    ({ id, parent }) =>
      (id === category?.id || (counts[id] ?? 0) > 0) && (parent === null || open.includes(parent)),
  )
  if (listed.length === 0) {
    return null
  }
  const lines = [
    { count: everywhere, depth: 0, href: `/courses${search}`, isHere: !category, label: t('all') },
    ...listed.map((one) => ({
      count: counts[one.id] ?? 0,
      depth: lineOf(categories, one.id).length - 1,
      href: `${categoryPath(one.slug)}${search}`,
      isHere: one.id === category?.id,
      label: one.name,
    })),
  ]

  return (
    <nav aria-label={t('categories')}>
      <p className="mb-1 text-sm font-semibold">{t('categories')}</p>
      <ul>
        {lines.map(({ count, depth, href, isHere, label }) => (
          <li className={INDENTS[depth]} key={href}>
            <TextLink
              aria-current={isHere ? 'page' : undefined}
              className={cn('flex justify-between gap-4', isHere && 'font-semibold')}
              href={href}
              prefetch={false}
              variant="nav"
            >
              <bdi>{label}</bdi>
              <span className="font-normal text-muted tabular-nums">{count}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Parents before what stands below them, in the school's order. */
const inOrder = (
  categories: Props['categories'],
  parent: null | string = null,
): Props['categories'] =>
  categories
    .filter((one) => one.parent === parent)
    .flatMap((one) => [one, ...inOrder(categories, one.id)])
