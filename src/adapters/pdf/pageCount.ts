import { inflateSync } from 'node:zlib'

/** A PDF larger than this is not looked through, in bytes. */
export const LARGEST_READ = 256 * 1024 * 1024

/** What one packed stream may grow to, in bytes. */
const LARGEST_STREAM = 16 * 1024 * 1024

/** How many packed streams are opened. */
const MOST_STREAMS = 2000

/** How far a dictionary is followed from the word that was found in it, and how many are. */
const LONGEST_DICTIONARY = 60_000
const MOST_NODES = 2000

const OPEN = '<'.charCodeAt(0)
const CLOSE = '>'.charCodeAt(0)

/** Where the dictionary around a place begins (`step` -1) or ends (1); -1 where it does not. */
const boundOf = (text: string, place: number, step: -1 | 1): number => {
  const [inner, outer] = step < 0 ? [CLOSE, OPEN] : [OPEN, CLOSE]
  let depth = 0
  for (let at = place; at >= 0 && Math.abs(at - place) < LONGEST_DICTIONARY; at += step) {
    const sign = text.charCodeAt(at)
    if (Number.isNaN(sign)) {
      break
    }
    if (sign === text.charCodeAt(at + 1) && (sign === inner || sign === outer)) {
      if (sign === outer && depth === 0) {
        return at
      }
      depth += sign === inner ? 1 : -1
      at += step
    }
  }

  return -1
}

/** The largest count that a node of the page tree (ISO 32000-2, 7.7.3.2) says in a text: the root's. */
const countIn = (text: string): number => {
  let most = 0
  let seen = 0
  for (const { index } of text.matchAll(/\/Type\s*\/Pages(?![A-Za-z])/g)) {
    seen += 1
    if (seen > MOST_NODES) {
      break
    }
    const [from, to] = [boundOf(text, index, -1), boundOf(text, index, 1)]
    const dictionary = from < 0 || to < 0 ? '' : text.slice(from, to)
    most = Math.max(most, Number(/\/Count\s+(\d{1,6})(?![\d.])/.exec(dictionary)?.[1] ?? 0))
  }

  return most
}

const unpacked = (bytes: Buffer): string => {
  try {
    return inflateSync(bytes, { maxOutputLength: LARGEST_STREAM }).toString('latin1')
  } catch {
    return ''
  }
}

/**
 * How many pages a PDF has, by its page tree, which stands in the open or in a packed stream of objects
 * (ISO 32000-2, 7.5.7). Null where none is found, as in one that is encrypted. Runs nothing of the file.
 */
export const pageCount = (bytes: Buffer): null | number => {
  const text = bytes.toString('latin1')
  let most = countIn(text)
  let opened = 0
  for (const { index } of text.matchAll(/\/Type\s*\/ObjStm/g)) {
    opened += 1
    const start = /stream\r?\n/.exec(text.slice(index, index + 2000))
    const end = text.indexOf('endstream', index)
    if (!start || end < 0 || opened > MOST_STREAMS) {
      continue
    }
    most = Math.max(
      most,
      countIn(unpacked(bytes.subarray(index + start.index + start[0].length, end))),
    )
  }

  return most || null
}
