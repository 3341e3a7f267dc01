'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import type { Invitation } from '@/domain/catalog/team'

import { Text } from '@/components/ui/Text'
import { WHOLE } from '@/domain/catalog/team'

const Fact = ({
  children,
  hint,
  label,
}: {
  children: ReactNode
  hint?: ReactNode
  label: string
}) => (
  <div className="flex flex-col gap-1">
    <dt className="text-sm text-muted">{label}</dt>
    <dd className="font-medium">{children}</dd>
    {hint && <dd className="text-sm text-muted">{hint}</dd>}
  </div>
)

/** What somebody is invited to: the course, the role and what it lets them do, the share, and until when. */
export const Offered = ({
  invitation: { author, course, email, expiresAt, role, share },
}: {
  invitation: Invitation
}) => {
  const t = useTranslations('auth.teach')
  const format = useFormatter()
  const percent = format.number(share / WHOLE, { maximumFractionDigits: 2, style: 'percent' })

  return (
    <>
      <Text>{author ? t('intro', { author, course }) : t('introPlain', { course })}</Text>
      <dl className="flex flex-col gap-4 rounded-card border border-line p-6">
        <Fact hint={t(`hints.${role}`)} label={t('role')}>
          {t(`roles.${role}`)}
        </Fact>
        <Fact hint={t('shareHint')} label={t('share')}>
          {share > 0 ? percent : t('shareNone')}
        </Fact>
        <Fact label={t('until')}>
          <time dateTime={expiresAt}>
            {format.dateTime(new Date(expiresAt), { dateStyle: 'long' })}
          </time>
        </Fact>
        <Fact label={t('address')}>
          <bdi>{email}</bdi>
        </Fact>
      </dl>
    </>
  )
}
