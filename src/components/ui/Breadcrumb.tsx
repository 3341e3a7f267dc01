import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { TextLink } from './TextLink'

/** The way here from the top. The last step is this page and no link. */
export const Breadcrumb = ({
  items,
}: {
  items: readonly { href?: string; label: ReactNode }[]
}) => {
  const t = useTranslations('ui')

  return (
    <nav aria-label={t('breadcrumb')} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {items.map(({ href, label }, place) => (
          <li className="flex items-center gap-2" key={href ?? place}>
            {place > 0 && (
              <ChevronRight
                aria-hidden
                className="size-4 text-subtle rtl:rotate-180"
                strokeWidth={1.5}
              />
            )}
            {href ? (
              <TextLink
                className="inline-flex min-h-target items-center"
                href={href}
                variant="quiet"
              >
                {label}
              </TextLink>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
