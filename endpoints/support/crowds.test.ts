import { crowds } from './crowds'

/** A flooded school `a` beside another; answers whether `a` is crowded, at times in ms. */
const place = () => {
  const look = crowds()

  return {
    ask: (now: number, waiting: number) => look({ now, school: 'a', waiting }),
    other: (now: number) => look({ now, school: 'b', waiting: 0 }),
  }
}

describe('a school', () => {
  it('is crowded once its requests have waited for a second, and for ten seconds more', () => {
    const { ask, other } = place()
    other(0)
    expect([ask(100, 3), ask(600, 90), ask(1099, 90)]).toEqual([false, false, false])
    expect([ask(1100, 90), ask(1200, 0), ask(11_000, 0)]).toEqual([true, true, true])
    expect(ask(11_200, 0)).toBe(false)
  })

  it('is not for a rush that is over at once', () => {
    const { ask, other } = place()
    other(0)
    expect([ask(100, 40), ask(500, 0), ask(900, 40), ask(1300, 40)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('is not while no other school asks', () => {
    const { ask, other } = place()
    expect([ask(0, 9), ask(5000, 9), ask(9000, 9)]).toEqual([false, false, false])
    other(9500)
    expect(ask(9600, 9)).toBe(true)
  })

  it('stays crowded while it is flooded and others have gone', () => {
    const { ask, other } = place()
    other(0)
    ask(0, 9)
    expect([ask(2000, 9), ask(11_000, 9), ask(20_000, 9), ask(29_000, 9)]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('takes nothing from one that is not crowded', () => {
    const { ask, other } = place()
    other(0)
    ask(0, 9)
    ask(2000, 9)
    expect(other(2100)).toBe(false)
  })
})
