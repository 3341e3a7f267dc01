import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import { askGuarded } from './guarded'
import { NotOpen, openOnly } from './openOnly'

/** Ways to write an address of this machine or of its network; a URL makes most of them one (WHATWG, 3.5). */
const WITHIN = [
  'http://127.0.0.1',
  'http://127.1',
  'http://2130706433',
  'http://0x7f000001',
  'http://0177.0.0.1',
  'http://0',
  'http://localhost',
  'http://LOCALHOST',
  'http://[::1]',
  'http://[::]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[::127.0.0.1]',
  'http://[64:ff9b::7f00:1]',
  'http://[fe80::1]',
  'http://[fd00::1]',
  'http://169.254.169.254',
  'http://[::ffff:169.254.169.254]',
  'http://10.0.0.1',
  'http://100.64.0.1',
  'http://172.16.0.1',
  'http://192.168.0.1',
  'http://user:password@127.0.0.1',
  'http://１２７.０.０.１',
]

describe('an address that somebody else named', () => {
  let server: Server
  let port = 0
  const asked: string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (request.url === '/long') {
        response.end(Buffer.alloc(17 * 1024 ** 2))
      } else if (request.url === '/on') {
        response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end()
      } else if (request.url !== '/silent') {
        response.end('here')
      }
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    ;({ port } = server.address() as AddressInfo)
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it.each(WITHIN)('is not asked where it is %s', async (origin) => {
    await expect(askGuarded(`${origin}:${port}/`, { patience: 2000 })).rejects.toThrow(NotOpen)

    expect(asked).toEqual([])
  })

  it.each([
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://example.com/',
    'data:,x',
    'javascript:1',
  ])('is not asked where it is %s', async (address) => {
    await expect(askGuarded(address)).rejects.toThrow(NotOpen)
  })

  it('is connected to as it was looked up and checked, so that a name cannot lead elsewhere the second time', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1'], ['127.0.0.1', '93.184.215.14']]
    const resolve: Parameters<typeof openOnly>[0]['resolve'] = (_, _options, done) =>
      done(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
      )
    const look = () =>
      new Promise((settle) =>
        openOnly({ resolve })('rebinding.test', { all: true }, (error, found) =>
          settle(error ?? found),
        ),
      )

    expect(await look()).toEqual([{ address: '93.184.215.14', family: 4 }])
    expect(await look()).toBeInstanceOf(NotOpen)
    expect(await look()).toEqual([{ address: '93.184.215.14', family: 4 }])
  })

  it('is followed nowhere, read no further than sixteen megabytes, and left when it says nothing', async () => {
    const ask = (path: string) =>
      askGuarded(`http://127.0.0.1:${port}${path}`, { isTrusted: true, patience: 200 })
    const { headers, status } = await ask('/on')

    expect([status, headers.location]).toEqual([302, 'http://169.254.169.254/latest/meta-data'])
    await expect(ask('/long')).rejects.toThrow('too long')
    await expect(ask('/silent')).rejects.toThrow('says nothing')
  })
})
