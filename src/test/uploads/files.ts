import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

const FILM = readFileSync('media/seed/lesson-he.mp4')

const BOX_HEAD = 8

/** A film that plays, as long in bytes as asked: what it is filled up with stands in a box that players skip. */
export const filmOf = (size: number): Buffer => {
  const rest = size - FILM.length
  if (rest < BOX_HEAD) {
    throw new Error(`A film has at least ${FILM.length + BOX_HEAD} bytes.`)
  }
  const free = randomBytes(rest)
  free.writeUInt32BE(rest, 0)
  free.write('free', 4)

  return Buffer.concat([FILM, free])
}

/** The shortest of those films. */
export const SHORT_FILM = FILM.length + BOX_HEAD
