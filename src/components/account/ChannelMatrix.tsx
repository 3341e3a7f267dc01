'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Switch } from '@/components/ui/Switch'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { type Channel, type Event, isChosen } from '@/domain/mail/events'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

type Choices = Record<Event, Record<Channel, boolean>>

/** How wide a channel's column is, where there is room for columns. */
const COLUMN = 'sm:w-28 sm:justify-center'

/** Of what one is told and where, each at once, and back where it could not be kept; what is owed says so. */
export const ChannelMatrix = ({
  channels,
  choices,
  events,
}: {
  channels: readonly Channel[]
  choices: Choices
  events: readonly Event[]
}) => {
  const t = useTranslations('account.notifications')
  const errorText = useErrorText()
  const [chosen, setChosen] = useState(choices)
  const [state, setState] = useState<null | { error?: string }>(null)

  const set = (event: Event, channel: Channel, isOn: boolean) =>
    setChosen((held) => ({ ...held, [event]: { ...held[event], [channel]: isOn } }))
  const choose = async (event: Event, channel: Channel, isOn: boolean) => {
    set(event, channel, isOn)
    setState(null)
    const answer = await callApi('/api/account/notifications', { body: { channel, event, isOn } })
    if (!answer.ok) {
      set(event, channel, !isOn)
    }
    setState(answer.ok ? {} : { error: errorText(answer.code) })
  }

  return (
    <div className="flex flex-col gap-4">
      <div aria-hidden className="hidden border-b border-line-strong pb-2 text-sm sm:flex">
        <span className="flex-1 text-muted">{t('event')}</span>
        {channels.map((channel) => (
          <span className={`flex text-center font-medium ${COLUMN}`} key={channel}>
            {t(`channels.${channel}`)}
          </span>
        ))}
      </div>
      <ul className="-mt-4 divide-y divide-line">
        {events.map((event) => (
          <li className="flex flex-col gap-2 py-4 sm:flex-row sm:items-center sm:gap-0" key={event}>
            <div className="min-w-0 flex-1 sm:pe-4">
              <p className="font-medium">{t(`events.${event}`)}</p>
              <p className="text-sm text-muted">{t(`hints.${event}`)}</p>
            </div>
            {channels.map((channel) =>
              isChosen({ channel, event }) ? (
                <Switch
                  checked={chosen[event][channel]}
                  className={`sm:gap-0 ${COLUMN}`}
                  key={channel}
                  label={
                    <>
                      <VisuallyHidden>{t(`events.${event}`)}: </VisuallyHidden>
                      <span className="font-normal sm:sr-only">{t(`channels.${channel}`)}</span>
                    </>
                  }
                  onCheckedChange={(isOn) => void choose(event, channel, isOn)}
                />
              ) : (
                <p
                  className={`flex min-h-target items-center justify-between gap-4 sm:gap-0 ${COLUMN}`}
                  key={channel}
                >
                  <span className="sm:sr-only">{t(`channels.${channel}`)}</span>
                  <span className="text-sm text-muted">{t('always')}</span>
                </p>
              ),
            )}
          </li>
        ))}
      </ul>
      <div aria-live="polite">
        {state && (
          <Alert tone={state.error ? 'danger' : 'success'}>{state.error ?? t('saved')}</Alert>
        )}
      </div>
    </div>
  )
}
