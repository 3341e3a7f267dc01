import { drawMark, isDrawn, type Mark } from './markDrawing'

/** How long it stays in one place, in ms. */
const STAYS = 9_000

/** How often it is looked after, in ms. */
const LOOKS = 400

const STYLE = [
  'all: initial',
  'display: block',
  'position: absolute',
  'inset: 0',
  'width: 100%',
  'height: 100%',
  'opacity: 1',
  'pointer-events: none',
  'visibility: visible',
]
  .map((line) => `${line} !important`)
  .join(';')

/** Whether nothing hides an element but what lies over it. */
const isSeen = (element: Element): boolean => {
  const style = getComputedStyle(element)

  return (
    style.display !== 'none' &&
    style.visibility === 'visible' &&
    style.opacity === '1' &&
    [style.clipPath, style.filter, style.transform].every((value) => value === 'none')
  )
}

const isAsLarge = (one: DOMRect, other: DOMRect): boolean =>
  Math.abs(one.width - other.width) < 3 && Math.abs(one.height - other.height) < 3

/** A mark in a shadow that no script of the page can reach, in front of the picture and behind the controls. */
const markIn = (frame: HTMLElement) => {
  const host = document.createElement('div')
  const canvas = document.createElement('canvas')
  // Over the picture for good, where media-chrome puts its controls away.
  host.setAttribute('noautohide', '')
  host.setAttribute('aria-hidden', 'true')
  host.style.cssText = STYLE
  canvas.style.cssText = STYLE
  host.attachShadow({ mode: 'closed' }).append(canvas)
  frame.prepend(host)

  return { canvas, host }
}

/**
 * Keeps a mark over a video in `frame`, and stops the video whenever it is not there to be seen: taken out, hidden, made small or
 * wiped. It is then made anew, and the video may go on with it. Changes of the page, a clock and the frames that are shown each
 * have it looked at. Answers the function that ends it.
 */
export const keepMark = ({
  frame,
  mark,
  onLost,
  video,
}: {
  frame: HTMLElement
  mark: Mark
  onLost: () => void
  video: HTMLVideoElement
}): (() => void) => {
  let isOn = true
  let place = Math.floor(Math.random() * 1000)
  let movedAt = performance.now()
  let width = 0
  let { canvas, host } = markIn(frame)
  let region = drawMark(canvas, mark, place)
  const observer = new MutationObserver(() => look())

  const watch = () => {
    observer.disconnect()
    observer.observe(frame, { childList: true })
    observer.observe(host, { attributes: true })
  }
  const isWhole = () =>
    host.parentElement === frame &&
    host.slot === '' &&
    isAsLarge(host.getBoundingClientRect(), frame.getBoundingClientRect()) &&
    isSeen(host) &&
    isSeen(canvas) &&
    (region === null || isDrawn(canvas, region))
  const look = () => {
    if (isOn && !isWhole()) {
      video.pause()
      host.remove()
      ;({ canvas, host } = markIn(frame))
      region = drawMark(canvas, mark, place)
      watch()
      onLost()
    }
  }
  const tick = () => {
    look()
    const isDue = performance.now() - movedAt > STAYS
    if (isDue || canvas.clientWidth !== width) {
      place += isDue ? 1 : 0
      movedAt = isDue ? performance.now() : movedAt
      width = canvas.clientWidth
      region = drawMark(canvas, mark, place)
    }
  }
  const framed = () => {
    if (isOn) {
      look()
      video.requestVideoFrameCallback(framed)
    }
  }
  watch()
  const timer = setInterval(tick, LOOKS)
  if ('requestVideoFrameCallback' in video) {
    video.requestVideoFrameCallback(framed)
  }
  video.addEventListener('play', look)

  return () => {
    isOn = false
    clearInterval(timer)
    observer.disconnect()
    video.removeEventListener('play', look)
    host.remove()
  }
}
