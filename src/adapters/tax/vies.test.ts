import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { VatId } from '@/domain/commerce/tax/vatIds'
import type { ViesServer } from '@/test/vies/server'

import { startVies } from '@/test/vies/server'

import { remembered } from './remembered'
import { vies } from './vies'

let server: ViesServer

beforeAll(async () => {
  server = await startVies()
})
afterAll(() => server.close())

const now = new Date('2026-11-01T12:00:00Z')
const german: VatId = { country: 'DE', number: '123456789', prefix: 'DE' }
const french: VatId = { country: 'FR', number: '12345678901', prefix: 'FR' }
const check = (vatId: VatId, requester: null | VatId = null, timeout = 2000) =>
  vies({ base: server.url, timeout }).check({ now, requester, vatId })

describe('VIES', () => {
  it('finds a number valid, and gives the answer a number where it knows who asks', async () => {
    expect(await check(german, french)).toEqual({
      checkedAt: now.toISOString(),
      consultation: expect.stringMatching(/^WAPI/),
      status: 'valid',
    })
    expect(server.asked.at(-1)).toEqual({
      countryCode: 'DE',
      requesterMemberStateCode: 'FR',
      requesterNumber: '12345678901',
      vatNumber: '123456789',
    })
    expect(await check(german)).toMatchObject({ consultation: null, status: 'valid' })
  })

  it('finds one invalid that no register holds', async () => {
    server.set('DE999999999', 'unregistered')

    expect(await check({ ...german, number: '999999999' })).toMatchObject({ status: 'invalid' })
  })

  it('finds one invalid that cannot be a number', async () => {
    expect(await check({ ...german, number: '1' })).toMatchObject({ status: 'invalid' })
  })

  it('is unavailable while a member’s register is away', async () => {
    server.set('DE888888888', 'away')

    expect(await check({ ...german, number: '888888888' })).toMatchObject({ status: 'unavailable' })
  })

  it('is unavailable when it does not answer in time, and when nobody is there', async () => {
    server.set('DE777777777', 'silent')

    expect(await check({ ...german, number: '777777777' }, null, 100)).toMatchObject({
      status: 'unavailable',
    })
    expect(
      await vies({ base: 'http://127.0.0.1:9' }).check({ now, requester: null, vatId: german }),
    ).toMatchObject({ status: 'unavailable' })
  })
})

describe('what is remembered', () => {
  it('is asked once, until it is too old, and never where it is not to be kept', async () => {
    const time = { now: 0 }
    const asked: string[] = []
    const ask = remembered({
      ask: (word: string) => Promise.resolve(asked.push(word) && word),
      clock: () => time.now,
      isKept: (word) => word !== 'unkept',
      keyOf: (word) => word,
    })
    for (const word of ['a', 'a', 'unkept', 'unkept']) {
      expect(await ask(word)).toBe(word)
    }
    time.now = 11 * 60_000
    await ask('a')

    expect(asked).toEqual(['a', 'unkept', 'unkept', 'a'])
  })
})
