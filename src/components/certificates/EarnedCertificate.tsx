import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { linkedInUrl } from '@/domain/certificates/linkedIn'
import type { ListedCertificate } from '@/operations/certificates/list'

/** One certificate with what can be done with it: the PDF, the page that proves it, a place on LinkedIn. */
export const EarnedCertificate = ({
  certificate: { course, issuedAt, number, serial },
  school,
  timeZone,
}: {
  certificate: ListedCertificate
  school: { name: string; origin: string }
  timeZone: string
}) => {
  const t = useTranslations('account.certificates')
  const page = `/certificates/${serial}`
  const url = `${school.origin}${page}`
  const named = (label: string) => ({ 'aria-label': `${label}: ${course}`, children: label })

  return (
    <article className="flex flex-col gap-4 py-6">
      <div>
        <Heading dir="auto" level={2} size="small">
          {course}
        </Heading>
        <Text size="small" tone="muted">
          <DateTime show="date" timeZone={timeZone} value={issuedAt} /> · <bdi>{number}</bdi>
        </Text>
      </div>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`${page}.pdf`} prefetch={false} {...named(t('download'))} />
        <ButtonLink href={page} prefetch={false} variant="secondary" {...named(t('verify'))} />
        <ButtonLink
          href={linkedInUrl({ course, issuedAt, number, school: school.name, url })}
          prefetch={false}
          rel="noopener noreferrer"
          target="_blank"
          variant="quiet"
          {...named(t('linkedIn'))}
        />
      </div>
    </article>
  )
}
