import { verdictOf, type EdgeRules } from '@/test/edge/tokens'

import { edgeFolder } from '@/domain/media/edges'

import { SIGNING } from './edge'

const key = 'the key of the tokens'
const [TENANT, VIDEO, RUN, OTHER] = [
  '01890000-0000-7000-8000-000000000001',
  '01890000-0000-7000-8000-000000000002',
  'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  'aaaaaaaa-bbbb-4ccc-8ddd-ffffffffffff',
]
const folder = edgeFolder({ run: RUN, tenant: TENANT, video: VIDEO })
const VIEWER = '01890000-0000-7000-8000-000000000003'
const GIVEN = 1_800_000_000
const PROVIDERS: EdgeRules['provider'][] = ['bunny', 'cloudflare', 'fastly']

describe.each(PROVIDERS)('leave that %s checks', (provider) => {
  const addressAt = (until: number, file = 'v720/00001.ts') => {
    const { after, before } = SIGNING[provider]({ folder, key, until, viewer: VIEWER })

    return `${before}${folder}${file}${after}`
  }
  const verdict = (url: string, at: number, rules: Partial<EdgeRules> = {}) =>
    verdictOf(url, { key, now: () => at * 1000, provider, ...rules }).isAllowed

  it('holds for every file of the folder until its end, and no longer', () => {
    const files = ['v720/00001.ts', 'v240/00099.ts', 'a/00000.ts']
    for (const address of files.map((file) => addressAt(GIVEN + 600, file))) {
      expect([GIVEN, GIVEN + 599, GIVEN + 601].map((at) => verdict(address, at))).toEqual([
        true,
        true,
        false,
      ])
    }
  })

  it('names its viewer, and holds for no other', () => {
    const address = addressAt(GIVEN + 600)
    expect(address).toContain(`viewer=${VIEWER}`)
    expect(verdict(address.replace(VIEWER, OTHER), GIVEN)).toBe(false)
    expect(verdict(address.replace(`viewer=${VIEWER}`, ''), GIVEN)).toBe(false)
  })

  it('holds for no other folder, and under no other key', () => {
    const address = addressAt(GIVEN + 600)
    expect(verdict(address.replaceAll(RUN, OTHER), GIVEN)).toBe(false)
    expect(verdict(address.replace(`${RUN}/v720`, `${OTHER}/v720`), GIVEN)).toBe(false)
    expect(verdict(address, GIVEN, { key: 'another' })).toBe(false)
  })

  it('is another each time it is renewed, and goes on from there', () => {
    const renewed = addressAt(GIVEN + 840)
    expect(renewed).not.toBe(addressAt(GIVEN + 600))
    expect(verdict(renewed, GIVEN + 700)).toBe(true)
  })
})
