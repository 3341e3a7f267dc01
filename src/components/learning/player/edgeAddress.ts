import type { EdgeLeave } from '@/domain/media/edges'

/** Segments alone lie at the edge. */
const SEGMENT = /^[\w/]+\.(?:ts|m4s|mp4)$/

/**
 * Where a segment of a stream is fetched at the edge; null for what is fetched from the school: play lists, keys, and what
 * is of another stream. `src` is the stream's play list, beside which its files stand.
 */
export const edgeAddress = (
  url: string,
  { edge: { after, home }, src }: { edge: EdgeLeave; src: string },
): null | string => {
  const beside = src.slice(0, src.lastIndexOf('/') + 1)
  const path = url.startsWith(beside) ? url.slice(beside.length) : ''

  return SEGMENT.test(path) ? `${home}${path}${after}` : null
}
