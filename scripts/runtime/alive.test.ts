import { identityOf, isAlive, parseStat } from './alive.mjs'

describe('a process', () => {
  it('is read from /proc even where its name holds spaces and brackets', () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 4))

    expect(parseStat(`42 (a) b (c)) S ${fields.join(' ')}`)).toEqual({ mark: '22', state: 'S' })
  })

  it('is alive while it runs', () => {
    expect(isAlive(identityOf(process.pid))).toBe(true)
  })

  it('is not mistaken for a later one with the same number', () => {
    const alive = process.platform !== 'linux'

    expect(isAlive({ mark: '1', pid: process.pid })).toBe(alive)
  })

  it.each([{}, { pid: 0 }, { pid: -1 }, { pid: 1.5 }, { pid: 2 ** 30 }])(
    'is dead as %j',
    (identity) => {
      expect(isAlive(identity)).toBe(false)
    },
  )
})
