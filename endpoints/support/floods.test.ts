import { describe, expect, it } from '@jest/globals'

import { floodGate } from './floods'

const from = (address: string) => new Headers({ 'x-forwarded-for': address })
const at = (second: number) => new Date(second * 1000)

describe('a flood gate', () => {
  it('lets an address through so many times in a window, and says when to come back', () => {
    const gate = floodGate({ most: 2, seconds: 60 })
    const ask = (second: number) => () =>
      gate({ headers: from('1.1.1.1'), now: at(second), tenant: 'a' })

    ask(0)()
    ask(10)()
    expect(ask(20)).toThrow(expect.objectContaining({ seconds: 40, status: 429 }))
    expect(ask(60)).not.toThrow()
  })

  it('counts each address and each school for itself, and nobody without an address', () => {
    const gate = floodGate({ most: 1, seconds: 60 })
    const ask = (address: string, tenant: string) => () =>
      gate({ headers: from(address), now: at(0), tenant })

    ask('1.1.1.1', 'a')()
    expect(ask('2.2.2.2', 'a')).not.toThrow()
    expect(ask('1.1.1.1', 'b')).not.toThrow()
    expect(ask('1.1.1.1', 'a')).toThrow()
    for (const nth of [1, 2, 3]) {
      expect(() => gate({ headers: new Headers(), now: at(nth), tenant: 'a' })).not.toThrow()
    }
  })
})
