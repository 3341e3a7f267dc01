import { clamdServer, EICAR } from '@/test/clamd/server'

import { clamd } from './clamd'
import { ScannerAway } from './types'

const pieces = async function* (...parts: (Buffer | string)[]) {
  for (const part of parts) {
    yield await Promise.resolve(Buffer.from(part))
  }
}

let server: Awaited<ReturnType<typeof clamdServer>>

beforeAll(async () => {
  server = await clamdServer()
})
afterAll(() => server.close())

const scan = (...parts: (Buffer | string)[]) =>
  clamd({ host: '127.0.0.1', port: server.port }).scan(pieces(...parts))

describe('clamd', () => {
  it('finds nothing in what is clean, however it is cut', async () => {
    expect(await scan('%PDF-1.7', '', Buffer.alloc(500_000, 'a'))).toBe('clean')
  })

  it('names what it finds, across pieces too', async () => {
    const found = { signature: 'Eicar-Test-Signature' }
    expect(await scan('before ', EICAR.slice(0, 20), EICAR.slice(20))).toEqual(found)
  })

  it('gives no verdict on what is too large for it', async () => {
    await expect(scan(...Array.from({ length: 40 }, () => Buffer.alloc(100_000)))).rejects.toThrow(
      ScannerAway,
    )
  })

  it('gives none where nobody listens', async () => {
    const gone = await clamdServer()
    await gone.close()
    await expect(clamd({ host: '127.0.0.1', port: gone.port }).scan(pieces('a'))).rejects.toThrow(
      ScannerAway,
    )
  })
})
