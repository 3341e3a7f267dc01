'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import type { Ladder } from '@/domain/media/videos'

import { MISSING, PROVIDERS } from '@/domain/media/videos'

import { wordsIn } from '../words'
import { useVideo } from './useVideo'
import { VIDEO_WORDS } from './words'

/** `240p, 360p` and the sound, as a list of the reader's language. */
const renditionsIn = ({ renditions }: Ladder, language: string, sound: string): string =>
  new Intl.ListFormat(language).format(
    renditions.map(({ height = 0, kind, width = 0 }) =>
      kind === 'audio' ? sound : `${Math.min(height, width)}p`,
    ),
  )

/** How far a file is on its way to be watched: a bar that moves, why it failed, and the way to try again. */
export const StatusPanel = ({ file }: { file: string }) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, VIDEO_WORDS)
  const { again, video } = useVideo(file)
  const [isBusy, setBusy] = useState(false)
  if (!video) {
    return null
  }
  const { ladder, percent, provider, reason, status } = video
  const isStuck = reason !== null && MISSING.includes(reason)
  const keeper = provider === 'own' ? undefined : PROVIDERS.find(({ value }) => value === provider)
  const retry = async () => {
    setBusy(true)
    if (!(await again())) {
      toast.error(words.failedToAsk)
    }
    setBusy(false)
  }

  return (
    <section aria-label={words.heading} className="lectern-video" data-status={status}>
      <p>
        <b role="status">{words.states[status]}</b>
        {status === 'processing' && <span> · {percent} %</span>}
      </p>
      {(status === 'processing' || (status === 'queued' && !reason)) && (
        <progress aria-label={words.heading} max={100} value={percent} />
      )}
      {status === 'ready' && ladder && (
        <p>{words.made(renditionsIn(ladder, i18n.language, words.soundAlone))}</p>
      )}
      {keeper && <p>{words.at(keeper.label.en)}</p>}
      {reason && <p>{words.reasons[reason]}</p>}
      {status !== 'ready' && !isStuck && <p>{words.untilThen}</p>}
      {reason && !isStuck && (
        <Button buttonStyle="secondary" disabled={isBusy} onClick={() => void retry()} size="small">
          {words.again}
        </Button>
      )}
    </section>
  )
}
