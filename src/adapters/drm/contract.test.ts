import { randomBytes } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { KeySystem } from '@/domain/media/protection'
import type { TestLicence } from '@/test/drm/server'

import { keyName } from '@/domain/media/protection'
import { challenge, startLicenceServer } from '@/test/drm/server'

import type { AxinomKeys } from './axinom'
import type { LicenceServer } from './types'

import { axinomLicences } from './axinom'
import { clearKeyLicences } from './clearKey'
import { LicenceRefused, LicencesAway } from './types'

let service: Awaited<ReturnType<typeof startLicenceServer>>
beforeAll(async () => {
  service = await startLicenceServer()
})
afterAll(() => service.close())

const axinom = (keys: AxinomKeys = service.keys, privateHosts = [new URL(service.url).host]) =>
  axinomLicences(keys, { privateHosts })

const contentKey = () => ({ id: randomBytes(16), iv: randomBytes(16), key: randomBytes(16) })

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

type Contract = {
  /** A request of a browser for the keys of these names. */
  ask: (ids: readonly Uint8Array[]) => Buffer
  /** The key in a licence, in hex. */
  keyIn: (licence: Buffer) => string
  make: () => LicenceServer
  systems: readonly KeySystem[]
}

const CONTRACTS: Record<string, Contract> = {
  axinom: {
    ask: (ids) => challenge(ids.map(keyName)),
    keyIn: (licence) => (JSON.parse(licence.toString('utf8')) as TestLicence).key,
    make: () => axinom(),
    systems: ['fairplay', 'playready', 'widevine'],
  },
  clearKey: {
    ask: (ids) =>
      Buffer.from(
        JSON.stringify({
          type: 'temporary',
          kids: ids.map((id) => Buffer.from(id).toString('base64url')),
        }),
      ),
    keyIn: (licence) => {
      const { keys } = JSON.parse(licence.toString('utf8')) as { keys: { k: string }[] }

      return Buffer.from(keys[0]?.k ?? '', 'base64url').toString('hex')
    },
    make: () => clearKeyLicences,
    systems: ['clearkey'],
  },
}

describe.each(Object.entries(CONTRACTS))(
  'licences by %s',
  (_name, { ask, keyIn, make, systems }) => {
    it('can be asked with the keys of the account', async () => {
      await expect(make().check()).resolves.toBeUndefined()
    })

    it('hold the key of the film, for each system', async () => {
      const server = make()
      const key = contentKey()
      expect([...server.systems].sort()).toEqual(systems)
      for (const system of systems) {
        const { body } = await server.licence({
          body: ask([key.id]),
          key,
          system,
          until: inMinutes(9),
        })

        expect(keyIn(body)).toBe(Buffer.from(key.key).toString('hex'))
      }
    })

    it('are refused for the key of another film, be it beside the right one', async () => {
      const [key, other] = [contentKey(), contentKey()]
      const server = make()
      for (const ids of [[other.id], [key.id, other.id]]) {
        for (const system of systems) {
          await expect(
            server.licence({ body: ask(ids), key, system, until: inMinutes(9) }),
          ).rejects.toThrow(LicenceRefused)
        }
      }
    })

    it('are refused for a system that it does not speak', async () => {
      const key = contentKey()
      const other = systems.includes('clearkey') ? undefined : 'clearkey'
      if (other) {
        await expect(
          make().licence({ body: ask([key.id]), key, system: other, until: inMinutes(9) }),
        ).rejects.toThrow(LicenceRefused)
      }
      expect(make().systems).not.toContain(other)
    })
  },
)

describe('Axinom', () => {
  const asked = (server = axinom(), until = inMinutes(9)) => {
    const key = contentKey()

    return {
      answer: server.licence({
        body: challenge([keyName(key.id)]),
        key,
        system: 'widevine',
        until,
      }),
      key,
    }
  }

  it('is told when the licence ends, that no device keeps it, and the vector that FairPlay needs', async () => {
    const until = inMinutes(9)
    const { answer, key } = asked(undefined, until)
    await answer
    const told = service.given.at(-1)

    expect(told).toMatchObject({
      ends: until.toISOString(),
      isKept: false,
      iv: Buffer.from(key.iv).toString('hex'),
    })
    expect(told?.duration).toBeGreaterThan(500)
    expect(told?.duration).toBeLessThanOrEqual(540)
  })

  it('refuses what another key signed, and what is over', async () => {
    const other = { ...service.keys, axinomKey: randomBytes(32).toString('base64') }
    await expect(asked(axinom(other)).answer).rejects.toThrow(
      new LicenceRefused('401 The message is not signed with a known key.', 'service'),
    )
    await expect(asked(undefined, inMinutes(-1)).answer).rejects.toThrow(LicenceRefused)
  })

  it('is away where it fails, says nothing sensible, or cannot be reached', async () => {
    for (const status of [503, 429]) {
      service.failNext(1, status)
      await expect(asked().answer).rejects.toThrow(LicencesAway)
    }
    const gone = { ...service.keys, axinomWidevine: 'http://127.0.0.1:9/AcquireLicense' }
    await expect(asked(axinom(gone, ['127.0.0.1:9'])).answer).rejects.toThrow(LicencesAway)
  })

  it('is not asked in the network of the installation unless that is named', async () => {
    const before = service.requests.length
    await expect(asked(axinom(service.keys, [])).answer).rejects.toThrow(LicencesAway)

    expect(service.requests).toHaveLength(before)
  })

  it('has nothing for Apple’s devices without a certificate of Apple’s', () => {
    const server = axinom({ ...service.keys, axinomCertificate: undefined })

    expect([server.certificate, [...server.systems].sort()]).toEqual([
      null,
      ['playready', 'widevine'],
    ])
    expect(axinom().certificate?.toString()).toBe('a certificate of Apple')
  })
})

describe('Clear Key', () => {
  const key = contentKey()
  const kid = Buffer.from(key.id).toString('base64url')

  it.each([
    ['is no JSON', 'kids'],
    ['names no key', JSON.stringify({ type: 'temporary', kids: [] })],
    ['wants to keep the licence', JSON.stringify({ type: 'persistent-license', kids: [kid] })],
  ])('refuses what %s', async (_what, body) => {
    const asked = async () =>
      clearKeyLicences.licence({
        body: Buffer.from(body),
        key,
        system: 'clearkey',
        until: inMinutes(9),
      })
    await expect(asked()).rejects.toThrow(LicenceRefused)
  })
})
