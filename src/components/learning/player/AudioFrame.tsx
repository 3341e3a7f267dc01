'use client'

import {
  MediaController,
  MediaMuteButton,
  MediaPlaybackRateButton,
  MediaPlayButton,
  MediaSeekBackwardButton,
  MediaSeekForwardButton,
  MediaTimeDisplay,
  MediaTimeRange,
  MediaVolumeRange,
} from 'media-chrome/react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'

import { FailedMedia } from '../FailedMedia'
import { UnsavedNotice } from '../UnsavedNotice'
import { CueDialog } from './cues/CueDialog'
import { CueMarks } from './cues/CueMarks'
import { useCues } from './cues/useCues'
import { LONG_JUMP } from './keys'
import type { PlayerProps } from './usePlaying'
import { SPEEDS } from './PlayerControls'
import { StoppedNotice } from './StoppedNotice'
import { usePlaying } from './usePlaying'
import { VideoAside } from './VideoAside'

const LOOKS = [
  'block w-full text-text [--media-background-color:transparent] [--media-control-background:transparent]',
  '[--media-accent-color:var(--accent-line)] [--media-control-hover-background:transparent]',
  '[--media-font-family:inherit] [--media-icon-color:var(--text)] [--media-primary-color:var(--text)]',
  '[--media-range-bar-color:var(--accent-line)] [--media-range-track-background:var(--line-strong)]',
  '[--media-secondary-color:transparent] [--media-text-color:var(--text)] [--media-tooltip-background:var(--raised)]',
  '[--media-preview-time-background:var(--raised)]',
].join(' ')

/**
 * A recording with its controls, and what is said in it to read along. Time runs from left to right in every
 * language, as on every player. Only the browser can make it: load it without the server.
 */
export const AudioFrame = ({
  asked,
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
  const audio = useRef<HTMLAudioElement>(null)
  const { failed, isWaiting, onRefused, refused, tryAgain } = usePlaying(audio, {
    asked,
    learner,
    lesson,
    locale,
    now,
    source,
    startAt,
  })

  const cues = useCues(source.hasCues && learner ? lesson : null, audio)

  const goTo = (seconds: number) => {
    if (audio.current) {
      audio.current.currentTime = seconds
      void audio.current.play().catch(() => undefined)
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-card border border-line bg-surface p-4 print:hidden" dir="ltr">
        <MediaController audio className={LOOKS} noHotkeys>
          <audio
            aria-label={t('player.audioLabel', { title })}
            preload="metadata"
            ref={audio}
            slot="media"
          />
          <div className="relative w-full" inert={cues.shown !== null}>
            <MediaTimeRange className="h-8 w-full [--media-range-track-height:4px]" />
            <CueMarks cues={cues.cues} video={audio} />
          </div>
          <div className="flex w-full flex-wrap items-center" inert={cues.shown !== null}>
            <MediaSeekBackwardButton className="size-target" seekOffset={LONG_JUMP} />
            <MediaPlayButton className="size-target" />
            <MediaSeekForwardButton className="size-target" seekOffset={LONG_JUMP} />
            <MediaTimeDisplay className="px-2 tabular-nums" noToggle showDuration />
            <div className="flex-1" />
            <MediaPlaybackRateButton
              className="h-target min-w-target font-semibold"
              rates={SPEEDS}
            />
            <MediaMuteButton className="size-target max-sm:hidden" />
            <MediaVolumeRange className="w-20 max-sm:hidden" />
          </div>
        </MediaController>
        <CueDialog cues={cues} isOfSound lesson={lesson} />
      </div>
      {refused && <StoppedNotice code={refused} onGoOn={onRefused} />}
      {failed && (
        <FailedMedia onRetry={tryAgain}>
          {t(failed === 'failed' ? 'player.audioFailed' : 'player.noKeySystem')}
        </FailedMedia>
      )}
      <UnsavedNotice isWaiting={isWaiting} />
      <VideoAside
        captions={captions}
        cues={cues}
        lesson={learner ? lesson : null}
        media={audio}
        onOpen={goTo}
        prefers={isForeign ? locale : null}
      />
    </div>
  )
}
