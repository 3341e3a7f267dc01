import type { Metadata } from 'next'

import { Award } from 'lucide-react'
import { getTranslations } from 'next-intl/server'

import type { PageProps } from '@/components/shell/pageProps'

import { AccountPage } from '@/components/account/AccountPage'
import { EarnedCertificate } from '@/components/certificates/EarnedCertificate'
import { pageParams } from '@/components/shell/pageProps'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { certificatesOf } from '@/operations/certificates/list'
import { currentRequest, signedInAt } from '@/request'
import { schoolFor } from '@/site'

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => {
  await pageParams(params)

  return { robots: 'noindex', title: (await getTranslations('account'))('certificates.title') }
}

/** What one has earned: to keep, to show, and to have checked. */
export default async function CertificatesPage({ params }: PageProps) {
  const { locale, tenant } = await pageParams(params)
  const { id, timeZone } = await signedInAt('/account/certificates')
  const [certificates, school, t] = await Promise.all([
    certificatesOf({ learner: id, req: await currentRequest() }),
    schoolFor({ locale, tenant }),
    getTranslations('account.certificates'),
  ])

  return (
    <AccountPage lead={t('lead')} title={t('title')}>
      {certificates.length > 0 ? (
        <ul className="divide-y divide-line border-y border-line">
          {certificates.map((certificate) => (
            <li key={certificate.serial}>
              <EarnedCertificate
                certificate={certificate}
                school={school}
                timeZone={timeZone ?? school.timeZone}
              />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          action={<ButtonLink href="/dashboard">{t('toLearning')}</ButtonLink>}
          body={school.features.certificates ? t('emptyBody') : t('emptyBodyOff')}
          icon={Award}
          title={t('emptyTitle')}
        />
      )}
    </AccountPage>
  )
}
