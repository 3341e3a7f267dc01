'use client'

import {
  MediaControlBar,
  MediaFullscreenButton,
  MediaLoadingIndicator,
  MediaMuteButton,
  MediaPipButton,
  MediaPlaybackRateButton,
  MediaPlayButton,
  MediaSeekBackwardButton,
  MediaSeekForwardButton,
  MediaTimeDisplay,
  MediaTimeRange,
  MediaVolumeRange,
} from 'media-chrome/react'
import {
  MediaCaptionsMenu,
  MediaCaptionsMenuButton,
  MediaRenditionMenu,
  MediaRenditionMenuButton,
} from 'media-chrome/react/menu'

import type { RefObject } from 'react'

import type { FilmCue } from '@/operations/learning/filmCues'

import { CueMarks } from './cues/CueMarks'
import { LONG_JUMP } from './keys'
import { teachQualities } from './qualities'

teachQualities()

const MENU =
  'z-10 [--media-menu-background:var(--raised)] [--media-menu-border-radius:var(--radius-card)] [--media-menu-item-hover-background:var(--sunken)] [--media-menu-flex-direction:column]'

/** Speeds a learner can choose. */
export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2]

/**
 * The bar under a video: time line above, buttons below; the less needed leave where it is narrow. Each part is the frame's own child:
 * the frame places the menus and the sign of waiting, and gives room to nothing that lies deeper.
 */
export const PlayerControls = ({
  cues,
  hasCaptions,
  isCovered,
  isMarked,
  isStream,
  video,
}: {
  /** The questions inside the film. */
  cues: readonly FilmCue[]
  hasCaptions: boolean
  /** Whether a question lies over the film, below which nothing can be pressed. */
  isCovered: boolean
  /** Whether a mark stands over the picture, which a window of its own would not show. */
  isMarked: boolean
  /** Whether there are qualities to choose from. */
  isStream: boolean
  video: RefObject<HTMLVideoElement | null>
}) => (
  <>
    <MediaLoadingIndicator noAutohide slot="centered-chrome" />
    {hasCaptions && <MediaCaptionsMenu anchor="auto" className={MENU} hidden inert={isCovered} />}
    {isStream && <MediaRenditionMenu anchor="auto" className={MENU} hidden inert={isCovered} />}
    <div
      className="flex w-full flex-col bg-gradient-to-t from-canvas/85 to-transparent px-2 pt-8 pb-1"
      inert={isCovered}
    >
      <div className="relative">
        <MediaTimeRange className="h-6 w-full [--media-range-track-height:4px]" />
        <CueMarks cues={cues} video={video} />
      </div>
      <MediaControlBar className="w-full items-center">
        <MediaPlayButton className="size-target" />
        <MediaSeekBackwardButton className="size-target max-sm:hidden" seekOffset={LONG_JUMP} />
        <MediaSeekForwardButton className="size-target max-sm:hidden" seekOffset={LONG_JUMP} />
        <MediaMuteButton className="size-target" />
        <MediaVolumeRange className="w-20 max-sm:hidden" />
        <MediaTimeDisplay className="px-2 tabular-nums" noToggle showDuration />
        <div className="flex-1" />
        {hasCaptions && <MediaCaptionsMenuButton className="size-target" />}
        {isStream && <MediaRenditionMenuButton className="size-target" />}
        <MediaPlaybackRateButton className="h-target min-w-target font-semibold" rates={SPEEDS} />
        {!isMarked && <MediaPipButton className="size-target max-sm:hidden" />}
        <MediaFullscreenButton className="size-target" />
      </MediaControlBar>
    </div>
  </>
)
