'use client'

import { MediaController } from 'media-chrome/react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'

import { languageName } from '@/domain/catalog/languages'

import { FailedMedia } from '../FailedMedia'
import { UnsavedNotice } from '../UnsavedNotice'
import { PlayerControls } from './PlayerControls'
import { usePlaying, type PlayerProps } from './usePlaying'

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
  const locale = useLocale()
  const { captions = [] } = source
  const video = useRef<HTMLVideoElement>(null)
  const { hasFailed, isWaiting, tryAgain } = usePlaying(video, {
    learner,
    lesson,
    locale,
    now,
    source,
    startAt,
  })

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
      {hasFailed && <FailedMedia onRetry={tryAgain}>{t('player.failed')}</FailedMedia>}
      <UnsavedNotice isWaiting={isWaiting} />
    </div>
  )
}
