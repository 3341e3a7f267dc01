import { Award, BookOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { CourseOffer } from '@/operations/commerce/courseOffers'

import { Card } from '@/components/ui/Card'
import { Island } from '@/components/ui/Island'

import { Purchase } from './Purchase'

/** The card beside a course: cover, price, offers, one button, and what is included. */
export const PurchaseCard = ({
  bar,
  course,
  cover,
  hasCertificate,
  lessons,
  offers,
}: {
  bar?: boolean
  /** The course's slug. */
  course: string
  cover?: ReactNode
  /** Whether completing the course earns one here. */
  hasCertificate: boolean
  lessons: number
  offers: readonly CourseOffer[]
}) => {
  const t = useTranslations()
  const included = [
    { Icon: BookOpen, text: t('common.lessons', { count: lessons }) },
    ...(hasCertificate ? [{ Icon: Award, text: t('course.certificate') }] : []),
  ]

  return (
    <Card padding="none">
      {cover}
      <div className="flex flex-col gap-6 p-4 md:p-6">
        <Island
          name="Purchase"
          given={{ bar, course, offers }}
          isForm={offers.some(
            ({ isForCohort, isOnRequest, open, prices }) =>
              isForCohort || isOnRequest || open || prices,
          )}
          of={Purchase}
        />
        <ul
          aria-label={t('course.includes')}
          className="flex flex-col gap-2 border-t border-line pt-4 text-sm"
        >
          {included.map(({ Icon, text }) => (
            <li className="flex items-center gap-3" key={text}>
              <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
              {text}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
