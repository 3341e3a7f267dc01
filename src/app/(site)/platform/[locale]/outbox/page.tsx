import type { Metadata } from 'next'

import { Inbox } from 'lucide-react'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { Letter } from '@/components/mail/Letter'
import { OutboxList } from '@/components/mail/OutboxList'
import { Container } from '@/components/ui/Container'
import { EmptyState } from '@/components/ui/EmptyState'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { isLocale } from '@/domain/tenancy/locales'
import { hasOutbox, isOutboxOpen, listOutbox, readOutbox } from '@/operations/mail/outbox'
import { currentUser } from '@/request'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ mail?: string | string[] }>
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Read anew for each reader: it asks who they are. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { follow: false, index: false } }

/** Mail of an installation without a mail server, for the platform's staff; in development for anybody. */
export default async function OutboxPage({ params, searchParams }: Props) {
  const { locale } = await params
  setRequestLocale(isLocale(locale) ? locale : 'en')
  if (!hasOutbox()) {
    notFound()
  }
  if (!isOutboxOpen()) {
    const user = await currentUser()
    if (!user) {
      redirect('/sign-in?next=/outbox')
    }
    if (!user.roles.includes('superAdmin')) {
      notFound()
    }
  }
  const { mail } = await searchParams
  const [t, mails, letter] = await Promise.all([
    getTranslations('outbox'),
    listOutbox(),
    typeof mail === 'string' && UUID.test(mail) ? readOutbox(mail) : null,
  ])

  return (
    <Section space="small">
      <Container>
        <Stack gap={8}>
          <Stack gap={2}>
            <Heading level={1}>{t('title')}</Heading>
            <Text tone="muted">{t('lead')}</Text>
          </Stack>
          {mails.length === 0 && (
            <EmptyState body={t('emptyBody')} icon={Inbox} title={t('empty')} />
          )}
          {mails.length > 0 && (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-8 md:grid-cols-[minmax(16rem,22rem)_minmax(0,1fr)]">
              <OutboxList label={t('title')} mails={mails} openId={letter?.id} />
              {letter?.html && (
                <Stack gap={4}>
                  <Heading level={2}>{letter.subject}</Heading>
                  <Text tone="muted">
                    {t('to')}: <bdi>{letter.to}</bdi>
                  </Text>
                  <Letter html={letter.html} title={t('html')} />
                  <Heading level={3}>{t('text')}</Heading>
                  <Text as="div" className="whitespace-pre-wrap break-words" size="small">
                    <bdi>{letter.text}</bdi>
                  </Text>
                </Stack>
              )}
            </div>
          )}
        </Stack>
      </Container>
    </Section>
  )
}
