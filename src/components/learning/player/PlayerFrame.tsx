'use client'

import { MediaController } from 'media-chrome/react'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback, useRef, useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Text } from '@/components/ui/Text'
import { languageName } from '@/domain/catalog/languages'

import { speakControls } from './controlWords'
import { LONG_JUMP } from './keys'
import { PlayerControls } from './PlayerControls'
import { useKeys } from './useKeys'
import { useSource, type VideoSource } from './useSource'
import { useWatching } from './useWatching'

/** What a lesson's player is told; `startAt` in seconds, `now` the server's time in ms. */
export type PlayerProps = {
  /** Whether the reader reads another language than the school's own: captions in it are on from the first. */
  isForeign: boolean
  /** Whose progress is kept; null for a visitor of a preview. */
  learner: null | string
  lesson: string
  now: number
  source: VideoSource
  startAt: number
  title: string
}

const LOOKS = [
  'block size-full bg-canvas text-text',
  '[--media-accent-color:var(--accent-line)] [--media-control-background:transparent] [--media-control-hover-background:transparent]',
  '[--media-font-family:inherit] [--media-primary-color:var(--text)] [--media-range-bar-color:var(--accent-line)]',
  '[--media-secondary-color:transparent] [--media-text-color:var(--text)] [--media-tooltip-background:var(--raised)]',
  '[--media-preview-time-background:var(--raised)] [--media-range-track-background:var(--line-strong)]',
].join(' ')

/** Lines from the bottom at which captions stand, clear of the controls, unless their author placed them. */
const CAPTION_LINE = -3

const raiseCues = ({ cues }: TextTrack): void => {
  for (const cue of cues ?? []) {
    if (cue instanceof VTTCue && cue.line === 'auto') {
      cue.line = CAPTION_LINE
    }
  }
}

/**
 * A video with its controls. Time runs from left to right in every language, as on every player; words and
 * keys are the reader's. Only the browser can make it: load it without the server.
 */
export const PlayerFrame = ({
  isForeign,
  learner,
  lesson,
  now,
  source,
  startAt,
  title,
}: PlayerProps) => {
  const t = useTranslations('learn')
  const common = useTranslations('common')
  const locale = useLocale()
  useState(() =>
    speakControls({ jump: LONG_JUMP, locale, word: (key) => String(t.raw(`player.${key}`)) }),
  )
  const { captions = [] } = source
  const video = useRef<HTMLVideoElement>(null)
  const [hasFailed, setFailed] = useState(false)
  const [start, setStart] = useState({ at: startAt, round: 0 })
  const onFail = useCallback(() => setFailed(true), [])
  const isWaiting = useWatching({ learner, lesson, now, video })
  useSource({ onFail, source, start, video })
  useKeys(video)

  const tryAgain = () => {
    setFailed(false)
    setStart(({ at, round }) => ({ at: video.current?.currentTime || at, round: round + 1 }))
  }

  return (
    <div className="flex flex-col gap-3">
      <div
        className="relative aspect-video w-full overflow-hidden bg-canvas md:rounded-card print:hidden"
        data-theme="dark"
        dir="ltr"
      >
        <MediaController className={LOOKS} noHotkeys>
          <video
            aria-label={t('player.label', { title })}
            className="size-full object-contain"
            data-undimmed
            playsInline
            preload="metadata"
            ref={video}
            slot="media"
          >
            {captions.map(({ label, language, src }) => (
              <track
                default={isForeign && language === locale}
                key={language}
                kind="captions"
                label={label ?? languageName(language, language)}
                onLoad={({ currentTarget }) => raiseCues(currentTarget.track)}
                src={src}
                srcLang={language}
              />
            ))}
          </video>
          <PlayerControls hasCaptions={captions.length > 0} />
        </MediaController>
      </div>
      {hasFailed && (
        <Alert
          action={
            <Button onClick={tryAgain} size="small" variant="secondary">
              {common('tryAgain')}
            </Button>
          }
          tone="danger"
        >
          {t('player.failed')}
        </Alert>
      )}
      {isWaiting && (
        <Text aria-live="polite" as="div" size="small" tone="muted">
          {t('saveFailed')}
        </Text>
      )}
    </div>
  )
}
