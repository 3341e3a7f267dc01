import { Award } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'
import type { PublicCertificate } from '@/operations/certificates/read'

import { PrintButton } from './PrintButton'

/** Says whether a certificate is genuine, shows what it says, and gives its PDF. */
export const Verification = ({
  certificate: { course, issuedAt, learner, number, revokedAt, school, serial },
  timeZone,
}: {
  certificate: PublicCertificate
  timeZone: string
}) => {
  const t = useTranslations('certificate')
  const facts = [
    { name: t('school'), value: school },
    {
      name: t('issued'),
      value: (
        <Island name="DateTime" given={{ show: 'date', timeZone, value: issuedAt }} of={DateTime} />
      ),
    },
    ...(revokedAt
      ? [
          {
            name: t('revokedAt'),
            value: (
              <Island
                name="DateTime"
                given={{ show: 'date', timeZone, value: revokedAt }}
                of={DateTime}
              />
            ),
          },
        ]
      : []),
    { name: t('serial'), value: <bdi className="tabular-nums">{number}</bdi> },
  ]

  return (
    <div className="flex flex-col gap-6">
      <Alert
        title={revokedAt ? t('revoked') : t('validTitle')}
        tone={revokedAt ? 'danger' : 'success'}
      >
        {revokedAt ? t('revokedBody', { school }) : t('validBody', { name: learner, school })}
      </Alert>
      <article className="flex flex-col items-center gap-3 rounded-card border border-line bg-surface px-6 py-10 text-center outline-1 -outline-offset-8 outline-line md:px-16 md:py-16 print:break-inside-avoid">
        <Award aria-hidden className="size-12 text-accent-text" strokeWidth={1} />
        <Text size="small" tone="muted">
          {t('heading')}
        </Text>
        <Text className="mt-4" tone="muted">
          {t('awarded')}
        </Text>
        <Heading dir="auto" level={1}>
          {learner}
        </Heading>
        <Text tone="muted">{t('completed')}</Text>
        <Text className="text-balance" dir="auto" size="lead" strong>
          {course}
        </Text>
        <dl className="mt-8 flex flex-wrap justify-center gap-x-10 gap-y-4 border-t border-line pt-6">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <Text as="dt" size="small" tone="muted">
                {name}
              </Text>
              <Text as="dd" strong>
                {value}
              </Text>
            </div>
          ))}
        </dl>
      </article>
      {!revokedAt && (
        <div className="flex flex-wrap justify-center gap-3 print:hidden">
          <ButtonLink href={`/certificates/${serial}.pdf`} prefetch={false}>
            {t('download')}
          </ButtonLink>
          <Island name="PrintButton" given={{}} of={PrintButton} />
        </div>
      )}
    </div>
  )
}
