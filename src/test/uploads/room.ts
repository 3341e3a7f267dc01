import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import http from 'node:http'

import { storage } from '@/adapters/storage'
import { scopeRequests } from '@/database/requests'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { HEAD_BYTES } from '@/domain/media/arrivals'
import { seedPeople } from '@/seed/people'
import { factories } from '@/test/factories'
import { requestOf } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'

/** An answer to a request over the network. */
export type Heard = { body: string; headers: http.IncomingHttpHeaders; status: number }

export type Sending = {
  /** Bytes after which the line breaks. */
  breaksAt?: number
  body?: AsyncIterable<Buffer> | Buffer
  headers?: Record<string, string>
  method: string
  path: string
}

const chunks = async function* (body: AsyncIterable<Buffer> | Buffer) {
  if (Buffer.isBuffer(body)) {
    for (let at = 0; at < body.length; at += 65536) {
      yield await Promise.resolve(body.subarray(at, at + 65536))
    }
  } else {
    yield* body
  }
}

/** A web server of this process, on which the fronts answer; everything else is a 404. */
export const openWeb = async () => {
  scopeRequests(() => false)
  const server = http.createServer((_, response) => {
    response.writeHead(404)
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return { close: () => new Promise((resolve) => server.close(resolve)), port }
}

/** Sends a request bit by bit; null where the line broke, as it was to. */
const send = async (
  port: number,
  { body, breaksAt = Infinity, headers, method, path }: Sending,
): Promise<Heard | null> => {
  const asked = http.request({ agent: false, headers, host: '127.0.0.1', method, path, port })
  asked.setMaxListeners(0)
  const heard = new Promise<Heard>((resolve, reject) => {
    asked.on('error', reject)
    asked.on('response', (answer) => {
      let said = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (said += part))
      answer.on('end', () =>
        resolve({ body: said, headers: answer.headers, status: answer.statusCode ?? 0 }),
      )
    })
  })
  let sent = 0
  heard.catch(() => undefined)
  for await (const part of chunks(body ?? Buffer.alloc(0))) {
    if (sent + part.length > breaksAt) {
      await new Promise((resolve) => asked.write(part.subarray(0, breaksAt - sent), resolve))
      asked.destroy()

      return null
    }
    sent += part.length
    if (!asked.write(part)) {
      await Promise.race([new Promise((resolve) => asked.once('drain', resolve)), heard])
    }
  }
  asked.end()

  return heard
}

type Said = Record<string, unknown>

/** A school whose owner and student send files to a web server of this process. */
export const uploadRoom = async (payload: Payload, port: number) => {
  const { id: tenant, slug } = await factories(payload).tenant()
  const host = `${slug}.localhost`
  const api = callsAt(host)
  const as = async (name: string, role: string) => {
    const email = `${name}@${slug}.test`
    await asTenant(tenant, async () =>
      seedPeople({ people: [{ name, email, roles: [role] }], req: await requestOf(), tenant }),
    )
    const actor = await signIn({ name, email, host, payload })

    return {
      api: async (
        method: 'DELETE' | 'GET' | 'POST',
        path: string,
        body?: object,
        headers?: Record<string, string>,
      ) => {
        const sent = body instanceof FormData ? { form: body } : { body }
        const { status, text } = await api.rest(actor, { ...sent, headers, method, path })

        return { ...(JSON.parse(text || '{}') as Said), status } as Said & { status: number }
      },
      tus: (sending: Sending) =>
        send(port, {
          ...sending,
          headers: {
            cookie: actor.cookie,
            host,
            origin: `http://${host}:3000`,
            'tus-resumable': '1.0.0',
            ...sending.headers,
          },
        }),
    }
  }
  const inSchool = <Row>(statement: ReturnType<typeof sql>) =>
    asTenant(tenant, async () => rows<Row>(await requestOf(), statement))

  return {
    as,
    files: () =>
      inSchool<{ filename: string; filesize: number; id: string; type: string }>(
        sql`select id, filename, filesize::int as filesize, mime_type as type from media order by id`,
      ),
    host,
    inSchool,
    owner: await as('olga', 'owner'),
    /** The first bytes of a file, as they are sent before it. */
    headOf: (bytes: Buffer) => bytes.subarray(0, HEAD_BYTES).toString('base64'),
    tenant,
    there: (key: string) => storage().head(key),
  }
}

export type UploadRoom = Awaited<ReturnType<typeof uploadRoom>>

/** Sends bytes of a file from an offset on. */
export const patch = (
  { tus }: UploadRoom['owner'],
  id: unknown,
  { body, offset = 0, ...rest }: Omit<Partial<Sending>, 'method' | 'path'> & { offset?: number },
) =>
  tus({
    ...rest,
    body,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'lectern-finishes': '1',
      'upload-offset': String(offset),
      ...rest.headers,
    },
    method: 'PATCH',
    path: `/api/uploads/${String(id)}`,
  })
