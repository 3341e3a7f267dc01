import type Hls from 'hls.js'

import { preferences } from './preferences'

type Quality = { bitrate: number; height: number; id: string; width: number }

/** What a video may be seen in, as media-chrome's menu reads it off the element (the proposed `videoRenditions`): -1 is "as the line allows". */
class Qualities extends EventTarget implements ArrayLike<Quality> {
  [place: number]: Quality
  length = 0
  onChoice: (place: number) => void = () => undefined
  private chosen = -1

  get selectedIndex(): number {
    return this.chosen
  }

  set selectedIndex(place: number) {
    this.show(place)
    this.onChoice(place)
  }

  fill(qualities: readonly Quality[]): void {
    for (let place = 0; place < Math.max(this.length, qualities.length); place += 1) {
      const quality = qualities[place]
      if (quality) {
        this[place] = quality
      } else {
        Reflect.deleteProperty(this, place)
      }
    }
    this.length = qualities.length
    this.dispatchEvent(new Event(qualities.length > 0 ? 'addrendition' : 'removerendition'))
  }

  show(place: number): void {
    this.chosen = place
    this.dispatchEvent(new Event('change'))
  }

  [Symbol.iterator](): Iterator<Quality> {
    return Array.prototype.values.call(this) as Iterator<Quality>
  }
}

const known = new WeakMap<HTMLVideoElement, Qualities>()

const qualitiesOf = (element: HTMLVideoElement): Qualities => {
  const held = known.get(element) ?? new Qualities()
  known.set(element, held)

  return held
}

/** Gives every video what media-chrome's menu of qualities asks for; once, before the first player is made. A server has no videos. */
export const teachQualities = (): void => {
  if (
    typeof HTMLVideoElement !== 'undefined' &&
    !('videoRenditions' in HTMLVideoElement.prototype)
  ) {
    Object.defineProperty(HTMLVideoElement.prototype, 'videoRenditions', {
      get(this: HTMLVideoElement) {
        return qualitiesOf(this)
      },
    })
  }
}

/** Lets the viewer choose among the renditions of a stream, and remembers the height for the next one. */
export const offerQualities = ({
  element,
  events,
  hls,
  signal,
}: {
  element: HTMLVideoElement
  events: typeof Hls.Events
  hls: Hls
  signal: AbortSignal
}): void => {
  const qualities = qualitiesOf(element)
  qualities.onChoice = (place) => {
    hls.nextLevel = place
    preferences.keep({ height: hls.levels[place]?.height ?? null })
  }
  hls.on(events.MANIFEST_PARSED, () => {
    qualities.fill(
      hls.levels.map(({ bitrate, height, width }, place) => ({
        id: String(place),
        bitrate,
        height,
        width,
      })),
    )
    const { height } = preferences.read()
    const place = height === null ? -1 : hls.levels.findLastIndex((one) => one.height <= height)
    if (place >= 0) {
      hls.startLevel = place
      hls.nextLevel = place
    }
    qualities.show(place)
  })
  signal.addEventListener('abort', () => qualities.fill([]))
}
