'use client'

import { Gift } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type FormEvent } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import type { ListedGift } from '@/operations/commerce/orderHistory'

import { callApi } from '../../shell/api'
import { useErrorText } from '../../shell/useErrorText'

/** A gift as its buyer sees it: for whom, how it stands, and, until it is taken, the way to send it again or to somebody else. */
export const GivenGift = ({ gift, timeZone }: { gift: ListedGift; timeZone: string }) => {
  const t = useTranslations('gifts')
  const errorText = useErrorText()
  const [to, setTo] = useState({ name: gift.name, email: gift.email })
  const [draft, setDraft] = useState(to)
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<null | { fault: boolean; text: string }>(null)
  const canChange = gift.status === 'scheduled' || gift.status === 'sent'

  const send = async (path: 'mail' | 'recipient', body: object, done: () => void) => {
    setBusy(true)
    const answer = await callApi(`/api/given-gifts/${gift.id}/${path}`, { body })
    setBusy(false)
    if (answer.ok) {
      done()
    } else {
      setSaid({ fault: true, text: errorText(answer.code) })
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const next = { name: draft.name.trim(), email: draft.email.trim() }
    void send('recipient', next, () => {
      setTo(next)
      setOpen(false)
      setSaid({ fault: false, text: t('changed') })
    })
  }

  return (
    <Stack gap={3}>
      <Text className="flex flex-wrap items-center gap-x-2">
        <Gift aria-hidden className="size-5 shrink-0 text-accent-text" strokeWidth={1.5} />
        <span>
          {t.rich('for', { name: to.name, bdi: (text) => <bdi>{text}</bdi> })}{' '}
          <bdi className="text-muted">{to.email}</bdi>
        </span>
      </Text>
      <Text size="small" tone="muted">
        {t(`status.${gift.status}`)}{' '}
        {gift.status === 'scheduled' && gift.deliverAt && (
          <DateTime show="date" timeZone={timeZone} value={gift.deliverAt} />
        )}
        {gift.status === 'redeemed' && gift.redeemedAt && (
          <DateTime show="date" timeZone={timeZone} value={gift.redeemedAt} />
        )}
      </Text>
      {said && <Alert tone={said.fault ? 'danger' : 'success'}>{said.text}</Alert>}
      {canChange && !isOpen && (
        <div className="flex flex-wrap gap-3">
          {gift.status === 'sent' && (
            <Button
              loading={isBusy}
              onClick={() =>
                void send('mail', {}, () => setSaid({ fault: false, text: t('sentAgain') }))
              }
              size="small"
              variant="secondary"
            >
              {t('sendAgain')}
            </Button>
          )}
          <Button onClick={() => setOpen(true)} size="small" variant="secondary">
            {t('change')}
          </Button>
        </div>
      )}
      {canChange && isOpen && (
        <form className="flex max-w-form flex-col gap-4" noValidate onSubmit={onSubmit}>
          <Field label={t('name')}>
            <Input
              autoFocus
              maxLength={120}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
              value={draft.name}
            />
          </Field>
          <Field hint={t('changeHint')} label={t('email')}>
            <Input
              dir="ltr"
              maxLength={254}
              onChange={({ target }) => setDraft({ ...draft, email: target.value })}
              type="email"
              value={draft.email}
            />
          </Field>
          <div className="flex gap-3">
            <Button loading={isBusy} size="small" type="submit">
              {t('save')}
            </Button>
            <Button onClick={() => setOpen(false)} size="small" type="button" variant="quiet">
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </Stack>
  )
}
