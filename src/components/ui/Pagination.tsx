import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from './ButtonLink'

/** Steps through the pages of a list, counted from 1. `href` makes the address of a page. Nothing when there is one page. */
export const Pagination = ({
  href,
  page,
  pages,
}: {
  href: (page: number) => string
  page: number
  pages: number
}) => {
  const t = useTranslations('ui')
  if (pages <= 1) {
    return null
  }

  return (
    <nav
      aria-label={t('pagination')}
      className="flex items-center justify-between gap-4 print:hidden"
    >
      {page > 1 ? (
        <ButtonLink href={href(page - 1)} rel="prev" variant="secondary">
          <ChevronLeft aria-hidden className="size-5 shrink-0 rtl:rotate-180" strokeWidth={1.5} />
          <span className="sr-only sm:not-sr-only">{t('previousPage')}</span>
        </ButtonLink>
      ) : (
        <span />
      )}
      <span className="text-sm text-muted tabular-nums">{t('pageOf', { page, pages })}</span>
      {page < pages ? (
        <ButtonLink href={href(page + 1)} rel="next" variant="secondary">
          <span className="sr-only sm:not-sr-only">{t('nextPage')}</span>
          <ChevronRight aria-hidden className="size-5 shrink-0 rtl:rotate-180" strokeWidth={1.5} />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  )
}
