import type { IncomingMessage } from 'node:http'

/** Headers of Node's request as the web's. */
export const headersOf = ({ headers }: Pick<IncomingMessage, 'headers'>): Headers => {
  const made = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) {
      made.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
  }

  return made
}
