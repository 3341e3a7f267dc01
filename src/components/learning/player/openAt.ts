import { resumeFrom } from '@/domain/learning/position'

/** Moves a video to where it was left, in seconds, as soon as it knows its own length; at its end, to its beginning. */
export const openAt = (element: HTMLMediaElement, seconds: number): void => {
  const move = () => {
    const { duration } = element
    element.currentTime = resumeFrom(seconds, isFinite(duration) ? duration : 0)
  }
  if (element.readyState > 0) {
    move()
  } else {
    element.addEventListener('loadedmetadata', move, { once: true })
  }
}
