import type { AddressInfo, Server } from 'node:net'

import net from 'node:net'
import tls from 'node:tls'

import { selfSigned } from '@/test/tls/certificate'

import { readCertificate } from './certificate'

const HOST = 'learn.example.com'

describe('the certificate visitors are shown', () => {
  const servers: Server[] = []

  const listening = async (server: Server): Promise<string> => {
    servers.push(server)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })

    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  const serving = ({ certificate, key }: { certificate: string; key: string }) =>
    listening(tls.createServer({ cert: certificate, key }, (socket) => socket.end()))

  afterAll(() => servers.forEach((server) => server.close()))

  it('is good, with its end and who issued it, when its authority is known', async () => {
    const made = selfSigned({ days: 60, host: HOST })
    const at = await serving(made)
    const seen = await readCertificate({ at, authorities: [made.certificate], host: HOST })

    expect(seen).toMatchObject({ issuer: 'Test Authority', problem: null })
    expect((Date.parse(seen.expiresAt ?? '') - Date.now()) / 86_400_000).toBeCloseTo(60, 0)
  })

  it('is not trusted when nobody knows its authority', async () => {
    const at = await serving(selfSigned({ days: 60, host: HOST }))

    expect(await readCertificate({ at, host: HOST })).toMatchObject({ problem: 'untrusted' })
  })

  it('is told apart when it has ended, and when it is for another name', async () => {
    const old = selfSigned({ days: -1, host: HOST })
    const other = selfSigned({ days: 60, host: 'other.example.com' })

    expect(
      await readCertificate({
        at: await serving(old),
        authorities: [old.certificate],
        host: HOST,
      }),
    ).toMatchObject({ problem: 'expired' })
    expect(
      await readCertificate({
        at: await serving(other),
        authorities: [other.certificate],
        host: HOST,
      }),
    ).toMatchObject({ problem: 'wrongName' })
  })

  it('is missing where the server has none for the name', async () => {
    const { certificate, key } = selfSigned({ days: 60, host: HOST })
    const at = await listening(
      tls.createServer({
        cert: certificate,
        key,
        SNICallback: (_, done) => done(new Error('no such name')),
      }),
    )

    expect(await readCertificate({ at, host: HOST })).toMatchObject({
      expiresAt: null,
      problem: expect.stringMatching(/none|unreachable/),
    })
  })

  it('cannot be read where nobody listens, or where nobody answers', async () => {
    const silent = await listening(net.createServer(() => undefined))

    expect(await readCertificate({ at: '127.0.0.1:1', host: HOST })).toMatchObject({
      problem: 'unreachable',
    })
    expect(await readCertificate({ at: silent, host: HOST, patience: 200 })).toMatchObject({
      problem: 'timeout',
    })
  })
})
