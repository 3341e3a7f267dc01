'use client'

import { Store } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import { merchantOf } from '@/domain/commerce/providers'

/** Who sells this, where that is not the school; nothing where it is. */
export const MerchantNote = ({ providers }: { providers: readonly string[] }) => {
  const t = useTranslations('checkout.merchant')
  const merchant = merchantOf(providers[0])

  return merchant ? (
    <Text className="flex items-start gap-2" size="small" tone="muted">
      <Store aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.5} />
      <span>{t('soldBy', { merchant })}</span>
    </Text>
  ) : null
}
