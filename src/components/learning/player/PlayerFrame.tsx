'use client'

import { MediaController } from 'media-chrome/react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'

import { cn } from '@/components/ui/classes'
import { Text } from '@/components/ui/Text'
import { languageName } from '@/domain/catalog/languages'
import type { Chapter } from '@/domain/media/chapters'

import { FailedMedia } from '../FailedMedia'
import { UnsavedNotice } from '../UnsavedNotice'
import { useChapters } from './Chapters'
import { CueDialog } from './cues/CueDialog'
import { useCues } from './cues/useCues'
import { PlayerControls } from './PlayerControls'
import { StoppedNotice } from './StoppedNotice'
import { isElsewhere } from './stream'
import { useMark } from './useMark'
import { VideoAside } from './VideoAside'
import { usePlaying, type PlayerProps } from './usePlaying'

const LOOKS = [
  'block size-full bg-canvas text-text',
  '[--media-accent-color:var(--accent-line)] [--media-control-background:transparent] [--media-control-hover-background:transparent]',
  '[--media-font-family:inherit] [--media-primary-color:var(--text)] [--media-range-bar-color:var(--accent-line)]',
  '[--media-secondary-color:transparent] [--media-text-color:var(--text)] [--media-tooltip-background:var(--raised)]',
  '[--media-preview-time-background:var(--raised)] [--media-range-track-background:var(--line-strong)]',
].join(' ')

/** By this name media-chrome finds the pictures of the time line. */
const THUMBNAILS = 'thumbnails'

const NONE: readonly Chapter[] = []

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
  const { captions = [], chapters = NONE } = source
  const video = useRef<HTMLVideoElement>(null)
  const { failed, isWaiting, onRefused, refused, stream, tryAgain } = usePlaying(video, {
    asked,
    learner,
    lesson,
    locale,
    now,
    source,
    startAt,
  })
  // A film that begins needs no poster, and its first seconds come before it.
  const [isIdle, setIsIdle] = useState(false)
  const wasMarkLost = useMark(video, stream?.watermark ?? null)
  useChapters(video, chapters)
  const cues = useCues(source.hasCues && learner ? lesson : null, video)

  const goTo = (seconds: number) => {
    if (video.current) {
      video.current.currentTime = seconds
      void video.current.play().catch(() => undefined)
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <div
        className={cn(
          'relative aspect-video w-full overflow-hidden bg-canvas md:rounded-card print:hidden',
          cues.shown && 'max-md:aspect-auto max-md:h-[80svh]',
        )}
        data-theme="dark"
        dir="ltr"
      >
        <MediaController className={LOOKS} noHotkeys>
          <video
            aria-label={t('player.label', { title })}
            className="size-full object-contain"
            crossOrigin={stream && isElsewhere(stream.src) ? 'anonymous' : undefined}
            data-undimmed
            disablePictureInPicture={Boolean(stream?.watermark)}
            onLoadedMetadata={({ currentTarget }) => setIsIdle(currentTarget.paused)}
            playsInline
            poster={(isIdle && stream?.poster) || undefined}
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
            {stream?.story && (
              <track default kind="metadata" label={THUMBNAILS} src={stream.story} />
            )}
          </video>
          <PlayerControls
            cues={cues.cues}
            hasCaptions={captions.length > 0}
            isCovered={cues.shown !== null}
            isMarked={Boolean(stream?.watermark)}
            isStream={stream !== null}
            video={video}
          />
          <CueDialog cues={cues} lesson={lesson} />
        </MediaController>
      </div>
      {refused && <StoppedNotice code={refused} onGoOn={onRefused} />}
      {wasMarkLost && <Text tone="muted">{t('player.markLost')}</Text>}
      {failed && <FailedMedia onRetry={tryAgain}>{t(`player.${failed}`)}</FailedMedia>}
      <UnsavedNotice isWaiting={isWaiting} />
      <VideoAside
        captions={captions}
        chapters={chapters}
        cues={cues}
        lesson={learner ? lesson : null}
        media={video}
        onOpen={goTo}
        prefers={isForeign ? locale : null}
      />
    </div>
  )
}
