import type { Opened } from './opened'

let kept: null | { answer: Promise<Opened>; lesson: string } = null

/** Keeps leave that was asked for before the lesson's player was there. */
export const keepEarly = (lesson: string, answer: Promise<Opened>): void => {
  kept = { answer, lesson }
}

/** Gives that leave to the lesson's player, once; null where none was asked for. */
export const takeEarly = (lesson: string): null | Promise<Opened> => {
  const { answer = null } = kept?.lesson === lesson ? kept : {}
  if (answer) {
    kept = null
  }

  return answer
}
