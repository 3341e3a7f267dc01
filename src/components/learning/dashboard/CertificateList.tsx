import { Award } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Island } from '@/components/ui/Island'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { ListedCertificate } from '@/operations/certificates/list'

/** What the learner has earned: each certificate with its page and its PDF. */
export const CertificateList = ({
  certificates,
  timeZone,
}: {
  certificates: readonly ListedCertificate[]
  timeZone: string
}) => {
  const t = useTranslations('dashboard')
  const words = useTranslations('certificate')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('certificates')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {certificates.map(({ course, issuedAt, number, serial }) => (
          <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4" key={serial}>
            <Award aria-hidden className="size-6 shrink-0 text-accent-text" strokeWidth={1.5} />
            <div className="min-w-48 flex-1">
              <TextLink
                className="font-semibold"
                href={`/certificates/${serial}`}
                prefetch={false}
                variant="plain"
              >
                {course}
              </TextLink>
              <Text size="small" tone="muted">
                <Island
                  name="DateTime"
                  given={{ show: 'date', timeZone, value: issuedAt }}
                  of={DateTime}
                />{' '}
                · <bdi>{number}</bdi>
              </Text>
            </div>
            <ButtonLink
              aria-label={`${words('download')}: ${course}`}
              href={`/certificates/${serial}.pdf`}
              prefetch={false}
              size="small"
              variant="secondary"
            >
              {words('download')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
