import type { Certificate } from '@/domain/tenancy/domains/status'

import { systemPool } from '@/database/hosts'
import { asPlatform, asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { domainFactories, ownDns } from '@/test/factories/domains'
import { requestOf, settle, testPayload } from '@/test/harness'

import { checkDomain } from './checkDomain'
import { checkDueDomains } from './dueDomains'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const payload = testPayload()
const dns = ownDns()
const domains = () => domainFactories(payload())
const freshName = () => `${crypto.randomUUID().slice(0, 8)}.example.net`

type Looking = Parameters<typeof checkDomain>[0]['looking']

/** A school's claim, and looks at it. */
const claimed = async (host = freshName()) => {
  const { id: tenant, slug } = await factories(payload()).tenant()
  await factories(payload()).user({ roles: ['owner'], tenant })
  const { id, token = '' } = await domains().claim({ host, tenant })
  const proof = `_domain-verification.${host}`

  return {
    id,
    check: (given: { looking?: Looking; now?: number } = {}) =>
      asTenant(tenant, async () => {
        const { looking = { readCertificate: null }, now } = given

        const checked = await checkDomain({
          id,
          looking,
          req: await requestOf(),
          ...(now !== undefined && { now: () => now }),
        })
        // What one look announced is mailed before the next: mails stand in the order of what happened.
        await settle()

        return checked
      }),
    connect: () => {
      dns().set(proof, { TXT: [String(token)] })
      dns().set(host, { CNAME: [`${slug}.localhost`] })
    },
    disconnect: () => dns().set(host, { A: ['198.51.100.1'] }),
    host,
    mails: () =>
      asTenant(tenant, async () => {
        await settle()
        const { docs } = await payload().find({
          collection: 'emails',
          depth: 0,
          overrideAccess: true,
          sort: 'id',
        })

        return docs.map(({ data, kind }) => ({
          kind,
          problem: (data as { problem?: string } | undefined)?.problem,
        }))
      }),
    proof,
    row: () => domains().row(id),
    token: String(token),
  }
}

const certificate = (problem: Certificate['problem']): Certificate => ({
  detail: problem && 'the other side hung up',
  expiresAt: problem ? null : new Date(Date.now() + 60 * DAY).toISOString(),
  issuer: problem ? null : 'An Authority',
  problem,
})

const shows = (problem: Certificate['problem']): Looking => ({
  readCertificate: () => Promise.resolve(certificate(problem)),
})

describe('of several schools that prove one domain', () => {
  it('exactly one gets it, however many look at once, and the others learn why', async () => {
    const host = freshName()
    const claims = await Promise.all([claimed(host), claimed(host), claimed(host)])
    dns().set(`_domain-verification.${host}`, { TXT: claims.map(({ token }) => token) })
    dns().set(host, { A: ['198.51.100.1'] })
    await Promise.all(claims.flatMap(({ check }) => [check(), check()]))
    const rows = await Promise.all(claims.map(({ row }) => row()))

    expect(rows.filter((one) => one.verified_at !== null)).toHaveLength(1)
    const reasons = rows
      .filter((one) => one.verified_at === null)
      .map(({ checks, status }) => [status, (checks as { proof: { reason: string } }).proof.reason])
    expect(reasons).toEqual([
      ['pending', 'claimedElsewhere'],
      ['pending', 'claimedElsewhere'],
    ])
  })

  it('the next one gets it when the first gives it up', async () => {
    const host = freshName()
    const [first, second] = [await claimed(host), await claimed(host)]
    dns().set(first.proof, { TXT: [first.token, second.token] })
    dns().set(host, { A: ['198.51.100.1'] })
    await first.check()
    await second.check()
    expect((await second.row()).verified_at).toBeNull()
    await asPlatform(() =>
      payload().delete({ id: first.id, collection: 'domains', overrideAccess: true }),
    )
    await second.check()

    expect((await second.row()).verified_at).not.toBeNull()
  })
})

describe('a claim nobody proves', () => {
  it('is let go after seven days', async () => {
    const { check, row } = await claimed()
    await check({ now: Date.now() + 6 * DAY })
    expect(await row()).toMatchObject({ next_check_at: expect.any(Date), status: 'pending' })
    await check({ now: Date.now() + 8 * DAY })

    expect(await row()).toMatchObject({ next_check_at: null, status: 'expired' })
  })
})

describe('a domain that was connected', () => {
  it('keeps serving when its records go, and its owner is told once until they are back', async () => {
    const { check, connect, disconnect, mails, row } = await claimed()
    connect()
    await check()
    disconnect()
    await check()
    await check()
    expect((await row()).status).toBe('active')
    await check()
    await check()
    expect(await row()).toMatchObject({ is_primary: true, status: 'attention' })
    expect((await row()).verified_at).not.toBeNull()
    expect(await mails()).toEqual([
      { kind: 'domainConnected', problem: undefined },
      { kind: 'domainTroubled', problem: 'pointsElsewhere' },
    ])

    connect()
    await check()
    expect(await row()).toMatchObject({ status: 'active', troubled_at: null })
    disconnect()
    await check()
    await check()
    await check()

    expect((await mails()).map(({ kind }) => kind)).toEqual([
      'domainConnected',
      'domainTroubled',
      'domainTroubled',
    ])
  })

  it('cannot be, while a CAA record forbids its certificate', async () => {
    const { check, connect, host, row, token } = await claimed()
    connect()
    dns().set(host, { A: ['198.51.100.1'], CAA: ['ca.example'] })
    await check()

    expect(await row()).toMatchObject({
      checks: { authority: { found: ['ca.example'], reason: 'forbidden' } },
      status: 'pending',
    })
    expect(token).not.toBe('')
  })

  it('needs no proof any more', async () => {
    const { check, connect, proof, row } = await claimed()
    connect()
    await check()
    dns().set(proof, null)
    await check()

    expect(await row()).toMatchObject({ checks: { proof: { isGood: true } }, status: 'active' })
  })
})

describe('with TLS', () => {
  it('a domain becomes the main address with its certificate and not before', async () => {
    const { check, connect, mails, row } = await claimed()
    connect()
    await check({ looking: shows('none') })
    expect(await row()).toMatchObject({ is_primary: false, status: 'active' })
    expect(await mails()).toEqual([])
    await check({ looking: shows(null) })

    expect(await row()).toMatchObject({
      certificate: { issuer: 'An Authority', problem: null },
      is_primary: true,
    })
    expect((await mails()).map(({ kind }) => kind)).toEqual(['domainConnected'])
  })

  it('a certificate that does not come within ten minutes is told of, with the reason, once', async () => {
    const { check, connect, mails } = await claimed()
    const begun = Date.now()
    connect()
    await check({ looking: shows('none'), now: begun })
    await check({ looking: shows('none'), now: begun + 5 * MINUTE })
    expect(await mails()).toEqual([])
    await check({ looking: shows('none'), now: begun + 11 * MINUTE })
    await check({ looking: shows('none'), now: begun + 31 * MINUTE })

    expect(await mails()).toEqual([{ kind: 'domainTroubled', problem: 'certificateMissing' }])
  })

  it('so is one that is not renewed', async () => {
    const { check, connect, mails, row } = await claimed()
    connect()
    await check({ looking: shows(null) })
    await check({ looking: shows(null), now: Date.now() + 50 * DAY })

    expect(await row()).toMatchObject({ certificate: { problem: 'expiring' }, is_primary: true })
    expect((await mails()).at(-1)).toEqual({
      kind: 'domainTroubled',
      problem: 'certificateExpiring',
    })
  })
})

describe('the look every minute', () => {
  it('takes each domain whose time has come once, however many workers ask', async () => {
    await systemPool().query('update domains set next_check_at = null')
    const claims = await Promise.all(Array.from({ length: 12 }, () => claimed()))
    claims.forEach(({ connect }) => connect())
    const looking: Looking = { readCertificate: null }
    const looked = await Promise.all(
      [1, 2, 3].map(() => checkDueDomains({ looking, payload: payload() })),
    )

    expect(looked.reduce((sum, count) => sum + count, 0)).toBe(12)
    for (const { row } of claims) {
      expect((await row()).status).toBe('active')
    }
    expect(await checkDueDomains({ looking, payload: payload() })).toBe(0)
  })
})
