import { useFormatter, useTranslations } from 'next-intl'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { AUDITED_KINDS, AUDITED_WIDTHS } from '@/domain/pages/accessibility'
import { LOCALES } from '@/domain/tenancy/locales'

import { PlainList } from '../catalog/PlainList'
import { Part } from './Part'

type Props = {
  /** The day of the build (ISO 8601) and the version of axe-core that opened its pages, where they are known. */
  audit: { on?: string; tool?: string }
  school: { name: string; supportEmail: null | string }
}

const LIMITS = ['limitCaptions', 'limitImages', 'limitPdf', 'limitEmbeds'] as const

/** The statement itself: the aim, what was audited and how, what is known to be missing, and whom to write to. */
export const AccessibilityStatement = ({ audit, school: { name, supportEmail } }: Props) => {
  const t = useTranslations('accessibility')
  const format = useFormatter()
  const audited = {
    count: AUDITED_KINDS.length,
    languages: LOCALES.length,
    narrow: Math.min(...AUDITED_WIDTHS),
    wide: Math.max(...AUDITED_WIDTHS),
  }

  return (
    <Container className="flex flex-col gap-10 py-8 md:py-16" size="reading">
      <div className="flex flex-col gap-4">
        <Heading level={1}>{t('title')}</Heading>
        <Text size="lead">{t('lead', { school: name })}</Text>
      </div>
      <Part title={t('aim')}>
        <Text>{t('aimBody')}</Text>
      </Part>
      <Part title={t('tested')}>
        <Text>{t('testedBody', audited)}</Text>
        <PlainList lines={AUDITED_KINDS.map((kind) => t(`kinds.${kind}`))} />
        <Text>{t('keyboard')}</Text>
        {audit.on && (
          <Text tone="muted">
            {t('version', {
              date: format.dateTime(new Date(audit.on), { dateStyle: 'long', timeZone: 'UTC' }),
              tool: `axe-core ${audit.tool ?? ''}`.trim(),
            })}
          </Text>
        )}
      </Part>
      <Part title={t('limits')}>
        <PlainList lines={LIMITS.map((limit) => t(limit))} />
      </Part>
      <Part title={t('contact')}>
        <Text>{t(supportEmail ? 'contactBody' : 'contactPlain', { school: name })}</Text>
        {supportEmail && (
          <TextLink
            className="inline-flex min-h-target items-center self-start"
            href={`mailto:${supportEmail}`}
          >
            <bdi>{supportEmail}</bdi>
          </TextLink>
        )}
      </Part>
    </Container>
  )
}
