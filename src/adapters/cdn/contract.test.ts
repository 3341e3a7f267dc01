import http from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Cdn, CdnAccount } from './types'

import { bunny } from './bunny'
import { cloudflare } from './cloudflare'
import { fastly } from './fastly'

type Asked = { body: Record<string, unknown>; headers: http.IncomingHttpHeaders; path: string }

/** A provider that knows one zone and one token, and keeps what it was asked. */
const provider = async (isKnown: (asked: Asked) => boolean) => {
  const asked: Asked[] = []
  const server = http.createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      const one = {
        body: JSON.parse(text || '{}') as Asked['body'],
        headers: request.headers,
        path: `${request.method} ${request.url}`,
      }
      asked.push(one)
      response.writeHead(isKnown(one) ? 200 : 403, { 'Content-Type': 'application/json' })
      response.end(isKnown(one) ? '{"success":true}' : '{"message":"no such token"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    asked,
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const many = Array.from({ length: 300 }, (_, nth) => `media-${nth}`)

const PROVIDERS: [
  name: string,
  make: (account: CdnAccount) => Cdn,
  protocol: {
    atOnce: number
    path: string
    tags: (body: Asked['body']) => string[]
    token: (headers: http.IncomingHttpHeaders) => unknown
    said: string
  },
][] = [
  [
    'Cloudflare',
    cloudflare,
    {
      atOnce: 30,
      path: 'POST /client/v4/zones/zone-1/purge_cache',
      said: 'Bearer secret',
      tags: ({ tags }) => tags as string[],
      token: ({ authorization }) => authorization,
    },
  ],
  [
    'Fastly',
    fastly,
    {
      atOnce: 256,
      path: 'POST /service/zone-1/purge',
      said: 'secret',
      tags: (body) => body.surrogate_keys as string[],
      token: (headers) => headers['fastly-key'],
    },
  ],
  [
    'Bunny',
    bunny,
    {
      atOnce: 1,
      path: 'POST /pullzone/zone-1/purgeCache',
      said: 'secret',
      tags: ({ CacheTag }) => [CacheTag as string],
      token: ({ accesskey }) => accesskey,
    },
  ],
]

describe.each(PROVIDERS)('%s', (_name, make, { atOnce, path, said, tags, token }) => {
  const server = () => provider(({ headers }) => token(headers) === said)

  it('drops what carries the tags, as many at once as it takes', async () => {
    const { asked, base, close } = await server()
    await make({ base, token: 'secret', zone: 'zone-1' }).purge(many)
    await close()

    expect(new Set(asked.map((one) => one.path))).toEqual(new Set([path]))
    expect(asked.flatMap(({ body }) => tags(body))).toEqual(many)
    expect(Math.max(...asked.map(({ body }) => tags(body).length))).toBe(atOnce)
  })

  it('asks for nothing where nothing is to be dropped', async () => {
    const { asked, base, close } = await server()
    await make({ base, token: 'secret', zone: 'zone-1' }).purge([])
    await close()

    expect(asked).toEqual([])
  })

  it('says so when it is refused or cannot be reached', async () => {
    const { base, close } = await server()
    await expect(make({ base, token: 'wrong', zone: 'zone-1' }).purge(['a'])).rejects.toThrow(
      /403 .*no such token/,
    )
    await close()
    await expect(make({ base, token: 'secret', zone: 'zone-1' }).purge(['a'])).rejects.toThrow()
  })
})
