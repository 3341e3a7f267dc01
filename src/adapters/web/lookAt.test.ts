import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import { lookAt } from './lookAt'

type Options = NonNullable<Parameters<typeof lookAt>[1]>

describe('a look at an address', () => {
  let server: Server
  let origin: string
  const asked: string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? ''
      asked.push(`${request.method} ${path}`)
      const [, step] = /^\/on\/(\d+)$/.exec(path) ?? []
      if (step !== undefined) {
        const next = Number(step) === 0 ? '/here' : `/on/${Number(step) - 1}`
        response.writeHead(302, { Location: next }).end()
      } else if (path === '/silent') {
        response.on('close', () => response.destroy())
      } else {
        const status =
          { '/gone': 410, '/head': request.method === 'HEAD' ? 404 : 200, '/here': 200 }[path] ??
          (path.startsWith('/status/') ? Number(path.slice(8)) : 404)
        response.writeHead(status).end('x'.repeat(100_000))
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const everybody = { mayAsk: () => true, patience: 300 }

  it.each([
    ['/here', 'found'],
    ['/nothing', 'dead'],
    ['/gone', 'dead'],
    ['/head', 'found'],
    ['/on/3', 'found'],
    ['/on/9', 'unsure'],
    ['/status/403', 'unsure'],
    ['/status/429', 'unsure'],
    ['/status/500', 'unsure'],
    ['/silent', 'unsure'],
  ])('%s is %s', async (path, expected) => {
    expect(await lookAt(`${origin}${path}`, everybody)).toBe(expected)
  })

  it('says that a name that does not exist is dead, and what is no address of the web cannot be said', async () => {
    const failing =
      (code: string): Options['resolve'] =>
      (_, _options, done) =>
        done(Object.assign(new Error(code), { code }), [])
    const look = (code: string) => lookAt('http://nothing.test/', { resolve: failing(code) })
    expect(await look('ENOTFOUND')).toBe('dead')
    expect(await look('EAI_AGAIN')).toBe('unsure')
    expect(await lookAt('mailto:a@b.test', everybody)).toBe('unsure')
    expect(await lookAt('no address', everybody)).toBe('unsure')
  })

  it('asks nothing in the network of this machine, by its number or by a name', async () => {
    asked.length = 0
    const { port } = server.address() as AddressInfo
    expect(await lookAt(`${origin}/here`)).toBe('unsure')
    expect(await lookAt(`http://localhost:${port}/here`)).toBe('unsure')
    expect(await lookAt(`http://[::ffff:127.0.0.1]:${port}/here`)).toBe('unsure')

    expect(asked).toEqual([])
  })
})
