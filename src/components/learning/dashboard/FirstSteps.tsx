import { useTranslations } from 'next-intl'

import { ButtonLink } from '@/components/ui/ButtonLink'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'

/** What a new student sees in the place of an empty list: three things to do, the first of them with a button. */
export const FirstSteps = ({ hasCertificates }: { hasCertificates: boolean }) => {
  const t = useTranslations('dashboard')
  const steps = [
    { body: t('step1Body'), title: t('step1Title') },
    { body: t('step2Body'), title: t('step2Title') },
    hasCertificates
      ? { body: t('step3Body'), title: t('step3Title') }
      : { body: t('step3BodyPlain'), title: t('step3TitlePlain') },
  ]

  return (
    <section className="flex max-w-reading flex-col gap-8">
      <div className="flex flex-col gap-2">
        <Heading level={2}>{t('stepsTitle')}</Heading>
        <Text tone="muted">{t('stepsLead')}</Text>
      </div>
      <ol className="divide-y divide-line border-y border-line">
        {steps.map(({ body, title }, place) => (
          <li className="flex gap-4 py-5" key={title}>
            <Text
              as="span"
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft tabular-nums"
              size="small"
              strong
              tone="accent"
            >
              {place + 1}
            </Text>
            <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
              <Text strong>{title}</Text>
              <Text tone="muted">{body}</Text>
              {place === 0 && (
                <ButtonLink className="mt-3" href="/courses">
                  {t('emptyAction')}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
