import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { EcbServer } from '@/test/ecb/server'

import { isRate } from '@/domain/tenancy/currencies'
import { startEcb } from '@/test/ecb/server'

import { builtIn } from './builtIn'
import { ecb } from './ecb'
import { RatesUnavailable } from './types'

const rates = { day: '2026-11-20', perEuro: { ILS: '3.9072', JPY: '162.35', USD: '1.0395' } }
let server: EcbServer

beforeAll(async () => {
  server = await startEcb()
})
afterAll(() => server.close())

describe.each(['ecb', 'builtIn'] as const)('the rates of %s', (name) => {
  it('are of a day, and decimal numbers for one euro', async () => {
    server.say(rates)
    const source = name === 'ecb' ? ecb({ url: server.url }) : builtIn()
    const { day, perEuro } = await source.latest()

    expect(source.name).toBe(name)
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(Object.keys(perEuro)).toEqual(expect.arrayContaining(['ILS', 'JPY', 'USD']))
    expect(Object.values(perEuro).every(isRate)).toBe(true)
    expect(perEuro).not.toHaveProperty('RUB')
  })
})

describe('the feed of the European Central Bank', () => {
  it('is read to the last digit', async () => {
    server.say(rates)

    await expect(ecb({ url: server.url }).latest()).resolves.toEqual(rates)
  })

  it.each<[string, null | string]>([
    ['is down', null],
    ['says something else', '<html>Maintenance</html>'],
    ['has a day without rates', "<Cube time='2026-11-20'></Cube>"],
    ['has a rate that is none', "<Cube time='2026-11-20'><Cube currency='USD' rate='N/A'/></Cube>"],
  ])('is refused as a whole where it %s', async (_, said) => {
    server.say(said)

    await expect(ecb({ url: server.url }).latest()).rejects.toThrow(RatesUnavailable)
  })
})
