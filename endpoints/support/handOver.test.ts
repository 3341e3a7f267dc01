import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { handOver } from './handOver'

const servers: http.Server[] = []

const listen = async (answer: http.RequestListener): Promise<number> => {
  const server = http.createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')

  return (server.address() as AddressInfo).port
}

afterEach(() =>
  servers.splice(0).forEach((server) => server.closeAllConnections() ?? server.close()),
)

/** A server that has the one at `port` answer, and says `own` itself where that fails. */
const before = (port: number): Promise<number> =>
  listen((request, response) =>
    handOver({
      fail: (isWhole) => response.end(isWhole ? 'own' : 'own, without its body'),
      port,
      request,
      response,
    }),
  )

const ask = async (port: number, init?: RequestInit) => {
  const answer = await fetch(`http://127.0.0.1:${port}/some/path?a=b%20c`, {
    redirect: 'manual',
    ...init,
  })

  return { body: await answer.text(), headers: answer.headers, status: answer.status }
}

describe('a request that is handed over', () => {
  it('arrives as it came, with its body, and is answered as it was there', async () => {
    const heard: unknown[] = []
    const other = await listen((request, response) => {
      let bytes = 0
      request.on('data', (part: Buffer) => (bytes += part.length))
      request.on('end', () => {
        const { cookie, host, 'x-forwarded-for': from } = request.headers
        heard.push([request.method, request.url, cookie, from, bytes, host?.split(':')[0]])
        response.writeHead(303, { Location: '/there', 'Set-Cookie': ['a=1', 'b=2'] })
        response.end('so')
      })
    })
    const said = await ask(await before(other), {
      body: 'ünder'.repeat(100_000),
      headers: { cookie: 's=1', 'x-forwarded-for': '198.51.100.7' },
      method: 'PATCH',
    })

    expect(heard).toEqual([
      ['PATCH', '/some/path?a=b%20c', 's=1', '198.51.100.7', 600_000, '127.0.0.1'],
    ])
    expect([said.status, said.body, said.headers.get('location')]).toEqual([303, 'so', '/there'])
    expect(said.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  it('is answered here where the other process is gone, unless its body is gone with it', async () => {
    const other = await listen((request) => request.socket.destroy())
    const port = await before(other)

    expect((await ask(port)).body).toBe('own')
    expect((await ask(port, { body: 'x', method: 'POST' })).body).toBe('own, without its body')
  })

  it('ends there too where whoever asked is gone', async () => {
    const gone = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const other = await listen((_, response) => {
      asked.resolve()
      response.once('close', () => gone.resolve())
    })
    const leaving = new AbortController()
    const answer = ask(await before(other), { signal: leaving.signal }).catch(() => 'left')
    await asked.promise
    leaving.abort()
    await gone.promise

    expect(await answer).toBe('left')
  })

  it('without a body, but with a length of none, is sent as such', async () => {
    const other = await listen((request, response) =>
      response.end(`${request.method} ${request.headers['content-length']}`),
    )

    expect((await ask(await before(other), { method: 'POST' })).body).toBe('POST 0')
  })
})
