import type { LoggedAnswer } from './entry'

import { bunnyLine, combinedLine, jsonLine, w3cLine } from './formats'

const FIELDS = '#Fields:'

/**
 * Reads the lines of one log, from the first on, each in the format that it is in: the W3C's extended one (CloudFront), objects in JSON
 * (Cloudflare, Fastly, nginx), Bunny's, and the combined one. Answers null for a line that tells of nothing, and `unread` for one in no such format.
 */
export const logReader = (): ((line: string) => 'unread' | LoggedAnswer | null) => {
  let fields: readonly string[] = []

  return (line) => {
    if (line.startsWith('#')) {
      fields = line.startsWith(FIELDS) ? line.slice(FIELDS.length).trim().split(/\s+/) : fields

      return null
    }
    if (line.trim() === '') {
      return null
    }
    if (line.startsWith('{')) {
      return jsonLine(line) ?? 'unread'
    }
    if (fields.length > 0) {
      return w3cLine(line, fields)
    }

    return /^[A-Z]+\|\d{3}\|/.test(line) ? bunnyLine(line) : (combinedLine(line) ?? 'unread')
  }
}
