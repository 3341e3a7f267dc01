import type { Metadata } from 'next'

import { cache } from 'react'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'
import type { Locale } from '@/domain/tenancy/locales'

import { Verification } from '@/components/certificates/Verification'
import { pageMetadata } from '@/components/pages/pageMetadata'
import { ShareLinks } from '@/components/pages/ShareLinks'
import { shortPath } from '@/domain/certificates/shortCodes'
import { pageParams } from '@/components/shell/pageProps'
import { Container } from '@/components/ui/Container'
import { Island } from '@/components/ui/Island'
import { certificateCardPath } from '@/domain/pages/cards'
import { descriptionFrom } from '@/domain/pages/shortText'
import { certificateBySerial } from '@/operations/certificates/read'
import { asReader, currentSchool, schoolFor } from '@/site'

export const dynamic = 'force-dynamic'

type Props = PageProps<'serial'>

const certificateOf = cache((tenant: string, locale: Locale, serial: string) =>
  asReader({ locale, tenant }, (req) =>
    certificateBySerial({ req, serial: serial.toLowerCase(), tenant }),
  ),
)

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { locale, serial, tenant } = await pageParams<'serial'>(params)
  const certificate = await certificateOf(tenant, locale, serial)
  if (!certificate) {
    return { robots: 'noindex' }
  }
  const school = await schoolFor({ locale, tenant })
  const t = await getTranslations('meta')
  const said = { name: certificate.learner, course: certificate.course }

  return {
    ...pageMetadata({
      card: certificate.status === 'valid' ? certificateCardPath(certificate.serial) : undefined,
      description: descriptionFrom(t('certificate', { ...said, school: school.name })),
      locale,
      path: `/certificates/${certificate.serial}`,
      school,
      title: t('certificateTitle', said),
    }),
    robots: 'noindex',
  }
}

/** The public page behind a certificate's code: genuine, withdrawn, or not found. */
export default async function CertificatePage({ params }: Props) {
  const { locale, serial, tenant } = await pageParams<'serial'>(params)
  const certificate = await certificateOf(tenant, locale, serial)
  if (!certificate) {
    notFound()
  }
  const { origin, timeZone } = await currentSchool(tenant)
  const t = await getTranslations('meta')

  return (
    <Container className="py-8 md:py-16" size="reading">
      <Verification certificate={certificate} timeZone={timeZone} />
      {certificate.status === 'valid' && (
        <div className="flex justify-center pt-6">
          <Island
            name="ShareLinks"
            given={{
              short: `${origin}${shortPath(certificate.code)}`,
              title: t('certificateTitle', {
                name: certificate.learner,
                course: certificate.course,
              }),
              url: `${origin}/certificates/${certificate.serial}`,
            }}
            of={ShareLinks}
          />
        </div>
      )}
    </Container>
  )
}
