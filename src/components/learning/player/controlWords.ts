import { addTranslation, setLanguage } from 'media-chrome/dist/utils/i18n.js'

/** The player's words by their keys in `learn.player`, with their parameters left open. */
export type ControlWord =
  | 'auto'
  | 'captions'
  | 'captionsOff'
  | 'exitFullscreen'
  | 'exitPip'
  | 'fullscreen'
  | 'loading'
  | 'mute'
  | 'pause'
  | 'pip'
  | 'play'
  | 'playbackTime'
  | 'quality'
  | 'remaining'
  | 'seek'
  | 'seekBack'
  | 'seekForward'
  | 'speed'
  | 'speedOf'
  | 'timeOf'
  | 'unknownTime'
  | 'unmute'
  | 'video'
  | 'volume'

/** Short names of hours, minutes and seconds, which need no plural. */
const unitOf = (locale: string, unit: 'hour' | 'minute' | 'second'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })
    .formatToParts(5)
    .find(({ type }) => type === 'unit')?.value ?? unit

/** Gives media-chrome the interface's own words, before its controls are made. `word` answers a sentence as it is written. */
export const speakControls = ({
  jump,
  locale,
  word,
}: {
  /** Seconds that the jump buttons skip. */
  jump: number
  locale: string
  word: (key: ControlWord) => string
}): void => {
  const units = {
    hour: unitOf(locale, 'hour'),
    minute: unitOf(locale, 'minute'),
    second: unitOf(locale, 'second'),
  }
  const back = word('seekBack').replace('{seconds}', String(jump))
  const forward = word('seekForward').replace('{seconds}', String(jump))
  addTranslation(locale, {
    ...units,
    Auto: word('auto'),
    Captions: word('captions'),
    'closed captions': word('captions'),
    'current playback rate': word('speed'),
    'Enter fullscreen mode': word('fullscreen'),
    'enter fullscreen mode': word('fullscreen'),
    'Enter picture in picture mode': word('pip'),
    'enter picture in picture mode': word('pip'),
    'Exit fullscreen mode': word('exitFullscreen'),
    'exit fullscreen mode': word('exitFullscreen'),
    'Exit picture in picture mode': word('exitPip'),
    'exit picture in picture mode': word('exitPip'),
    hours: units.hour,
    'media loading': word('loading'),
    minutes: units.minute,
    Mute: word('mute'),
    mute: word('mute'),
    Off: word('captionsOff'),
    Pause: word('pause'),
    pause: word('pause'),
    Play: word('play'),
    play: word('play'),
    'Playback rate': word('speed'),
    'Playback rate {playbackRate}': word('speedOf').replace('{rate}', '{playbackRate}'),
    'playback time': word('playbackTime'),
    Quality: word('quality'),
    quality: word('quality'),
    seconds: units.second,
    seek: word('seek'),
    'Seek backward': back,
    'seek back {seekOffset} seconds': back,
    'Seek forward': forward,
    'seek forward {seekOffset} seconds': forward,
    Unmute: word('unmute'),
    unmute: word('unmute'),
    'video not loaded, unknown time.': word('unknownTime'),
    'video player': word('video'),
    volume: word('volume'),
    '{currentTime} of {totalTime}': word('timeOf')
      .replace('{current}', '{currentTime}')
      .replace('{total}', '{totalTime}'),
    '{time} remaining': word('remaining'),
  })
  setLanguage(locale)
}
