import { useTranslations } from 'next-intl'

import { TextLink } from '@/components/ui/TextLink'

/** Tells staff, who alone see pages of a closed site, that it is closed. */
export const ClosedBar = ({
  school: { id, isClosed },
}: {
  school: { id: string; isClosed: boolean }
}) => {
  const t = useTranslations('shell')

  return (
    isClosed && (
      <div
        className="flex flex-wrap items-center justify-center gap-x-4 border-b border-line bg-warning-soft px-gutter text-sm print:hidden"
        role="note"
      >
        <span className="py-2 font-semibold">{t('closed')}</span>
        <TextLink
          className="inline-flex min-h-target items-center"
          href={`/admin/collections/tenants/${id}`}
          prefetch={false}
        >
          {t('closedSettings')}
        </TextLink>
      </div>
    )
  )
}
