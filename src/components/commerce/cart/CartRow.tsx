'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'

import type { CartLine } from '@/operations/commerce/cartView'

import { CourseCover } from '@/components/catalog/CourseCover'
import { Button } from '@/components/ui/Button'
import { Money } from '@/components/ui/Money'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { checkoutPath } from '@/domain/commerce/paths'
import { amountFault } from '@/domain/commerce/wishes'

import { AmountForm } from '../AmountForm'
import { useBoundsText } from '../useBoundsText'

const NOTES = {
  alone: 'cartAlone',
  gone: 'cartGone',
  owned: 'cartOwned',
  ready: null,
  unpriced: 'cartUnpriced',
  within: 'cartWithin',
} as const

/** A thing in the cart: what it is, why it is not paid with the others where it is not, its price, and the way out. */
export const CartRow = ({
  currency,
  isRemoving,
  line: { amount, cohort, courses, cover, isRecurring, offer, open, state, title },
  onName,
  onRemove,
}: {
  currency: string
  isRemoving: boolean
  line: CartLine
  onName: (amount: number) => Promise<void>
  onRemove: () => void
}) => {
  const t = useTranslations()
  const boundsText = useBoundsText()
  const [course] = courses
  const name = courses.length === 1 ? (course?.title ?? title) : title
  const note = NOTES[state]

  return (
    <li className="flex items-start gap-4 py-4">
      <div className="w-16 shrink-0 sm:w-24 overflow-hidden rounded-control bg-sunken">
        <CourseCover className="text-2xl" cover={cover} sizes="96px" title={name} />
      </div>
      <div className="min-w-0 flex-1">
        <TextLink href={`/courses/${course?.slug}`}>
          <bdi className="font-semibold">{name}</bdi>
        </TextLink>
        {courses.length > 1 ? (
          <Text size="small" tone="muted">
            {courses.map((one) => one.title).join(', ')}
          </Text>
        ) : (
          name !== title && (
            <Text size="small" tone="muted">
              <bdi>{title}</bdi>
            </Text>
          )
        )}
        {note && (
          <Text size="small" tone="muted">
            {t(`checkout.${note}`)}
          </Text>
        )}
        {open && amount !== null && state === 'ready' && (
          <div className="mt-2 max-w-xs">
            <AmountForm
              amount={amount}
              check={(named) => amountFault(open, named)}
              currency={currency}
              fault={null}
              hint={boundsText(open, currency)}
              key={amount}
              label={t('course.yourPrice')}
              onName={onName}
            />
          </div>
        )}
        {state === 'alone' && (
          <TextLink
            href={checkoutPath({ cohorts: cohort ? [cohort] : [], offers: [offer] })}
            prefetch={false}
          >
            {t('checkout.cartBuyAlone')}
          </TextLink>
        )}
        {state === 'owned' && (
          <TextLink href={`/learn/${course?.slug}`} prefetch={false}>
            {t('course.continue')}
          </TextLink>
        )}
      </div>
      {amount !== null && !isRecurring && (
        <Money
          amount={amount}
          className={state === 'ready' ? 'font-semibold' : 'text-muted line-through'}
          currency={currency}
        />
      )}
      <Button
        className="-my-2 shrink-0"
        loading={isRemoving}
        onClick={onRemove}
        size="icon"
        variant="quiet"
      >
        <X aria-hidden className="size-5" strokeWidth={1.5} />
        <VisuallyHidden>{t('checkout.cartRemove', { title: name })}</VisuallyHidden>
      </Button>
    </li>
  )
}
