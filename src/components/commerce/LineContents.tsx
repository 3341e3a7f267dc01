import { useTranslations } from 'next-intl'

import type { PurchaseQuote } from '@/operations/commerce/quotePurchase'

import { Text } from '@/components/ui/Text'

import { useAccessText } from './useAccessText'
import { useLibraryText } from './useLibraryText'

/** What one line of a purchase opens: the courses of a bundle, which of them the buyer has, and for how long. */
export const LineContents = ({ line }: { line: PurchaseQuote['lines'][number] }) => {
  const t = useTranslations('checkout')
  const accessText = useAccessText()
  const library = useLibraryText()(line)
  const { courses } = line
  const owned = courses.filter(({ isOwned }) => isOwned).length

  return (
    <div className="mt-1 flex flex-col gap-1">
      {courses.length > 1 && (
        <ul className="flex list-disc flex-col ps-4 text-sm text-muted">
          {courses.map(({ id, isOwned, title }) => (
            <li key={id}>
              <bdi>{title}</bdi>
              {isOwned && ` – ${t('ownedOne')}`}
            </li>
          ))}
        </ul>
      )}
      {library && <Text size="small">{library}</Text>}
      <Text size="small" tone="muted">
        {accessText(line)}
      </Text>
      {owned > 0 && owned < courses.length && <Text size="small">{t('partlyOwned')}</Text>}
    </div>
  )
}
