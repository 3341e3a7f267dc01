import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { holderIn, holderOf, tryLock, withLock } from './lock.mjs'

const DEAD = JSON.stringify({ mark: '1', pid: 2 ** 30 })

describe('a lock', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-lock-'))
  const file = path.join(folder, 'test.lock')

  afterEach(() => rmSync(file, { force: true }))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is held by one, who is named to the next', () => {
    const first = tryLock(file)

    expect(tryLock(file)).toMatchObject({ holder: { pid: process.pid } })
    expect('release' in first && first.wasStale).toBe(false)
  })

  it('is free again once released, and leaves nothing behind', () => {
    const lock = tryLock(file)
    if ('release' in lock) {
      lock.release()
    }

    expect(readdirSync(folder)).toEqual([])
    expect(holderOf(file)).toBeUndefined()
  })

  it('of a dead process is taken over, and says so', () => {
    writeFileSync(file, DEAD)

    expect(tryLock(file)).toMatchObject({ wasStale: true })
    expect(holderOf(file)?.pid).toBe(process.pid)
  })

  it.each(['', 'null', '{', undefined])('that reads %j names nobody', (text) => {
    expect(holderIn(text)).toEqual({})
  })

  it('lets one task at a time through', async () => {
    let inside = 0
    let most = 0
    const task = () =>
      withLock({
        file,
        run: async () => {
          most = Math.max(most, ++inside)
          await new Promise((resolve) => setTimeout(resolve, 5))
          inside--
        },
      })
    await Promise.all([task(), task(), task()])

    expect(most).toBe(1)
  })

  it('is released when its task fails', async () => {
    const run = () => Promise.reject(new Error('no'))

    await expect(withLock({ file, run })).rejects.toThrow('no')
    expect(holderOf(file)).toBeUndefined()
  })
})
