import { randomBytes } from 'node:crypto'

import type { Answer } from './http'

import { send } from './http'
import { port } from './place'
import { signedIn } from './visitor'

/** A school that no other test knows, with nothing in it yet. */
export type OwnSchool = {
  /** Changes its name or settings, as the platform's staff. */
  change: (data: object) => Promise<void>
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: (path: string, body: unknown) => Promise<Answer>
}

/** Opens a school of the name given, as the platform's staff do. */
export const ownSchool = async (name: string): Promise<OwnSchool> => {
  const staff = await signedIn({ email: 'super@lectern.test', place: 'platform' })
  const slug = `own-${randomBytes(4).toString('hex')}`
  const made = await staff.post('/api/tenants', { name, slug })
  if (made.status !== 201) {
    throw new Error(`No school was opened: ${made.status} ${made.text}`)
  }
  const { doc } = made.json<{ doc: { id: string } }>()
  const host = `${slug}.localhost:${port()}`

  return {
    change: async (data) => {
      const { status, text } = await staff.patch(`/api/tenants/${doc.id}`, data)
      if (status !== 200) {
        throw new Error(`The school was not changed: ${status} ${text}`)
      }
    },
    get: (path, headers) => send({ headers, host, path, port: port() }),
    post: (path, body) =>
      send({
        body,
        headers: { origin: `http://${host}` },
        host,
        method: 'POST',
        path,
        port: port(),
      }),
  }
}
