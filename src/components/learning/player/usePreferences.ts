'use client'

import { useEffect, type RefObject } from 'react'

import { preferences } from './preferences'

const isWords = ({ kind }: TextTrack): boolean => kind === 'captions' || kind === 'subtitles'

/** Sets a player as the viewer last had one, and remembers what they choose in it: speed, sound and captions. */
export const usePreferences = (media: RefObject<HTMLMediaElement | null>): void => {
  useEffect(() => {
    const element = media.current
    if (!element) {
      return
    }
    const control = new AbortController()
    const { signal } = control
    const { captions, muted, rate, volume } = preferences.read()
    const words = () => [...element.textTracks].filter(isWords)
    Object.assign(element, { defaultPlaybackRate: rate, muted, playbackRate: rate, volume })
    const wanted = words().find(({ language }) => language === captions)
    if (wanted) {
      wanted.mode = 'showing'
    }
    element.addEventListener(
      'ratechange',
      () => {
        Object.assign(element, { defaultPlaybackRate: element.playbackRate })
        preferences.keep({ rate: element.playbackRate })
      },
      { signal },
    )
    element.addEventListener(
      'volumechange',
      () => preferences.keep({ muted: element.muted, volume: element.volume }),
      { signal },
    )
    element.textTracks.addEventListener(
      'change',
      () => {
        const shown = words().find(({ mode }) => mode === 'showing')
        preferences.keep({ captions: shown?.language ?? null })
      },
      { signal },
    )

    return () => control.abort()
  }, [media])
}
