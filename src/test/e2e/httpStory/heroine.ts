import type { CheckedOut, Lesson } from '../buying'

import { curriculum, newPerson } from '../buying'
import { eventually } from '../eventually'
import { visitor } from '../visitor'

export const COURSE = 'seeing-light'

/** 4900 less the fifth that the coupon takes off. */
export const DISCOUNTED = 3920

/** Mira, and what she came by so far: her chapters are told in order, and each needs those before. */
export const mira = newPerson('Mira Öström')
export const reader = visitor('aurora')
export const story: { bought: CheckedOut; serial: string } = {
  bought: { currency: '', order: '', total: 0, url: '' },
  serial: '',
}

/** The course's lessons of a kind, by their order. */
export const lessonOf = async (kind: Lesson['kind'], nth = 0): Promise<Lesson> => {
  const lesson = (await curriculum(reader, COURSE)).lessons.filter((one) => one.kind === kind)[nth]
  if (!lesson) {
    throw new Error(`No ${kind} lesson.`)
  }

  return lesson
}

/** Reports what she watched of the video, in seconds; answers what the report is answered. */
export const watched = async (spans: [number, number][], position: number) => {
  const { id: lesson } = await lessonOf('video')

  return (await reader.post('/api/progress/watched', { lesson, position, spans })).json()
}

/** Waits for the roll-up, which follows a completed lesson by a job. */
export const percentReaches = (percent: number) =>
  eventually(async () => (await curriculum(reader, COURSE)).enrollment?.percent === percent)
