import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { freePort } from '@/test/e2e/platform'
import { testPayload } from '@/test/harness'

import { databaseCounter, dropEnded, ownCounter, redisCounter } from './count'

testPayload()

const name = () => crypto.randomUUID()

/** What each of many requests at once is told, in order. */
const countsOf = async (counter: typeof databaseCounter, key: string, most: number) => {
  const all = await Promise.all(Array.from({ length: most }, () => counter([{ key, seconds: 60 }])))

  return all.map(([one]) => one?.count).sort((a, b) => Number(a) - Number(b))
}

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

describe('PostgreSQL', () => {
  it('counts requests that come at once, each once', async () => {
    expect(await countsOf(databaseCounter, name(), 200)).toEqual(upTo(200))
  })

  it('counts in several windows at once, and begins anew when one is over', async () => {
    const [short, long] = [name(), name()]
    const ask = () =>
      databaseCounter([
        { key: short, seconds: 0 },
        { key: long, seconds: 60 },
      ])
    await ask()
    const [first, second] = await ask()

    expect([first?.count, second?.count]).toEqual([1, 2])
    expect(second?.ends).toBeGreaterThan(50_000)
    expect(second?.ends).toBeLessThanOrEqual(60_000)
    await dropEnded()
    expect((await ask())[1]?.count).toBe(3)
  })
})

describe('Redis', () => {
  let redis: ChildProcess
  let url = ''

  beforeAll(async () => {
    const port = await freePort()
    url = `redis://127.0.0.1:${port}`
    redis = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'])
    for await (const line of redis.stdout ?? []) {
      if (String(line).includes('Ready to accept connections')) {
        break
      }
    }
  }, 60_000)
  afterAll(async () => {
    redis.kill('SIGTERM')
    await once(redis, 'exit')
  })

  it('counts what two servers are asked at once, each request once', async () => {
    const [one, other] = [redisCounter(url), redisCounter(url)]
    const key = name()
    let nth = 0
    const either: typeof databaseCounter = (windows) => (nth++ % 2 ? one : other)(windows)

    expect(await countsOf(either, key, 300)).toEqual(upTo(300))
    const [left] = await one([{ key, seconds: 60 }])
    expect(left?.ends).toBeGreaterThan(30_000)
    one.end()
    other.end()
  })
})

it('counts for itself in memory, window by window', () => {
  const count = ownCounter()
  const at = (now: number) => count([{ key: 'a', seconds: 60 }], now)[0]?.count

  expect([at(0), at(1), at(59_999), at(60_000), at(60_001)]).toEqual([1, 2, 3, 1, 2])
})
