import type { Payload } from 'payload'

import type { Licensing } from '@/domain/media/protection'

import { createHmac, randomBytes } from 'node:crypto'
import http from 'node:http'
import { sql } from '@payloadcms/db-postgres'

import { openEdges } from '@endpoints/learning/edges'
import { openStreams } from '@endpoints/learning/streams'
import { openVideo } from '@endpoints/learning/videos'

import { storage } from '@/adapters/storage'
import { scopeRequests } from '@/database/requests'
import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'

import { videoKey } from '@/domain/media/keys'
import { newId } from '@/newId'
import { deriveSecret, seal } from '@/secrets'

import { call, requestOf } from './harness'

/** Bytes of the one segment of a video that tests make. */
export const SEGMENT = randomBytes(100_000)

const MASTER = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=400000\nv240/index.m3u8\n'
const INDEX =
  '#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-KEY:METHOD=AES-128,URI="key/0"\n#EXTINF:6,\n00000.ts\n#EXT-X-ENDLIST\n'

/** Puts a video that is ready to be watched in place of whatever the lessons of a school are about. */
export const readyVideo = async ({
  isProtected = false,
  lessons,
  tenant,
}: {
  /** Whether it plays by licences alone. */
  isProtected?: boolean
  lessons: readonly string[]
  tenant: string
}) => {
  const [id, run] = [newId(), crypto.randomUUID()]
  const secret = randomBytes(32)
  const files: Record<string, Buffer> = {
    'master.m3u8': Buffer.from(MASTER),
    'poster.webp': randomBytes(500),
    'v240/00000.m4s': SEGMENT,
    'v240/00000.ts': SEGMENT,
    'v240/index.m3u8': Buffer.from(INDEX),
  }
  for (const [path, body] of Object.entries(files)) {
    await storage().put({
      body,
      contentType: 'application/octet-stream',
      key: videoKey({ id, path, run, tenant }),
    })
  }
  await asTenant(tenant, async () => {
    const req = await requestOf()
    await rows(
      req,
      sql`insert into media (id, tenant_id, filename, mime_type) values (${id}, ${tenant}, ${`${id}.mp4`}, 'video/mp4')`,
    )
    await rows(
      req,
      sql`insert into videos (id, tenant_id, media_id, provider, status, percent, attempts, run, has_picture, is_protected, updated_at, secret)
          values (${id}, ${tenant}, ${id}, 'own', 'ready', 100, 1, ${run}, true, ${isProtected}, now() - interval '1 day', ${seal({ tenant, value: secret.toString('base64url') })})`,
    )
    for (const lesson of lessons) {
      await rows(req, sql`update lessons set kind = 'video', video_id = ${id} where id = ${lesson}`)
    }
  })

  return { id, run, secret }
}

/** Somebody's browser at a school: what it keeps, under the names it has them. */
export type Browser = { cookies: Record<string, string>; host: string; user?: { id: string } }

const cookieOf = ({ cookies }: Browser): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** A browser in which an account has just signed in; `ago` in minutes. */
export const signedInBrowser = async ({
  ago = 0,
  host,
  tenant,
  user,
}: {
  ago?: number
  host: string
  tenant: string
  user: { id: string }
}): Promise<Browser> => {
  const token = randomBytes(24).toString('base64url')
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`insert into auth_sessions (id, tenant_id, user_id, token, expires_at, created_at)
          values (${newId()}, ${tenant}, ${user.id}, ${token}, now() + interval '1 day', now() - make_interval(mins => ${ago}))`,
    ),
  )
  const signature = createHmac('sha256', deriveSecret({ purpose: `auth:${tenant}` }))
    .update(token)
    .digest('base64')

  return { cookies: { session: encodeURIComponent(`${token}.${signature}`) }, host, user }
}

/** The headers with which a browser comes back: it has just signed in, and is not asked once more who it is. */
export const headersOf = (browser: Browser): Record<string, string> => ({
  cookie: cookieOf(browser),
  host: browser.host,
})

type Opened = {
  code?: string
  edge: null | { after: string; home: string }
  licences: null | Licensing
  expiresIn: number
  src: null | string
  watermark: { code: string; name: string } | null
}

/** Asks to watch a lesson's video as a browser would, and keeps the cookies that come with the answer. */
export const openIn = async (
  browser: Browser,
  { instead, lesson, tenant }: { instead?: boolean; lesson: string; tenant: string },
): Promise<{ body: Opened; status: number }> => {
  const { body, headers, status } = await call(openVideo, {
    data: { instead },
    headers: { ...headersOf(browser), 'user-agent': 'Firefox/1 Linux' },
    params: { lesson },
    tenant,
    user: browser.user,
  })
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    browser.cookies[name] = value
  }

  return { body: body as Opened, status }
}

type Sent = { body: Buffer; headers: http.IncomingHttpHeaders; status: number }

/** A web server with nothing before Next but streams, and Next nowhere. */
export const streamServer = async (payload: Payload) => {
  scopeRequests(() => false)
  openStreams(payload)
  openEdges(payload)
  const server = http.createServer((_request, response) => {
    response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }

  return {
    close: () => new Promise((resolve) => server.close(resolve)),
    /** Asks for an address as a browser would, or with headers of one's own. */
    get: (
      browser: Browser,
      path: string,
      {
        body,
        headers,
        method = 'GET',
      }: { body?: Buffer; headers?: Record<string, string>; method?: string } = {},
    ): Promise<Sent> =>
      new Promise((resolve, reject) => {
        const request = http.request(
          {
            agent: false,
            headers: { ...headersOf(browser), ...headers },
            host: '127.0.0.1',
            method,
            path,
            port,
          },
          (response) => {
            const parts: Buffer[] = []
            response.on('data', (part: Buffer) => parts.push(part))
            response.on('end', () =>
              resolve({
                body: Buffer.concat(parts),
                headers: response.headers,
                status: response.statusCode ?? 0,
              }),
            )
          },
        )
        request.on('error', reject)
        request.end(body)
      }),
    port,
  }
}

/** The name under which a school is found. */
export const hostOfSchool = async (tenant: string): Promise<string> =>
  asTenant(tenant, async () => {
    const found = await row<{ slug: string }>(
      await requestOf(),
      sql`select slug from tenants where id = ${tenant}`,
    )

    return `${found?.slug}.localhost`
  })
