'use client'

import { useTranslations } from 'next-intl'

import { Checkbox } from '@/components/ui/Checkbox'
import { Heading } from '@/components/ui/Heading'
import { Money } from '@/components/ui/Money'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import type { Bump } from '@/operations/commerce/bumps'

/** What can be had beside the purchase, each by a tick that changes the sum at once. Amounts in minor units. */
export const Bumps = ({
  bumps,
  currency,
  isBusy,
  onChange,
}: {
  bumps: readonly Bump[]
  currency: string
  isBusy: boolean
  onChange: (offer: string, isChosen: boolean) => void
}) => {
  const t = useTranslations('checkout')

  return (
    <section aria-labelledby="bumps">
      <Stack gap={3}>
        <Heading id="bumps" level={2} size="small">
          {t('bumps')}
        </Heading>
        {bumps.map(({ id, amount, isChosen, offer, text, title, was }) => (
          <div className="rounded-card border border-dashed border-accent-line px-4 py-2" key={id}>
            <Checkbox
              checked={isChosen}
              disabled={isBusy}
              hint={text ? <bdi>{text}</bdi> : undefined}
              label={
                <span className="flex flex-wrap items-baseline gap-x-3">
                  <bdi className="font-semibold">{title}</bdi>
                  <span>
                    <Money amount={amount} currency={currency} />{' '}
                    {was > amount && (
                      <s className="text-muted">
                        <Money amount={was} currency={currency} />
                      </s>
                    )}
                  </span>
                </span>
              }
              onChange={({ target }) => onChange(offer, target.checked)}
            />
          </div>
        ))}
        <Text className="sr-only" role="status">
          {isBusy ? t('bumpsCounting') : ''}
        </Text>
      </Stack>
    </section>
  )
}
