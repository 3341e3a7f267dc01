import type { DnsServer } from '@/test/dns/server'

import { startDns } from '@/test/dns/server'

import { lookingUp } from './index'

describe('a look at the domain name system', () => {
  let server: DnsServer

  beforeAll(async () => {
    server = await startDns()
    server.set('example.com', {
      A: ['203.0.113.7'],
      AAAA: ['2001:db8::7'],
      CAA: ['letsencrypt.org', 'ca.example; account=1'],
      TXT: ['first', 'x'.repeat(300)],
    })
    server.set('learn.example.com', { CNAME: ['aurora.platform.test'] })
    server.set('aurora.platform.test', { A: ['203.0.113.9'] })
    server.set('broken.example.com', 'fails')
    server.set('slow.example.com', 'silent')
  })
  afterAll(() => server.close())

  const dns = () => lookingUp([server.address])

  it('finds addresses of both kinds', async () => {
    expect(await dns().addresses('example.com')).toEqual({
      kind: 'found',
      values: ['203.0.113.7', '2001:db8::7'],
    })
  })

  it('follows an alias to its addresses, and names it', async () => {
    expect(await dns().alias('learn.example.com')).toEqual({
      kind: 'found',
      values: ['aurora.platform.test'],
    })
    expect(await dns().addresses('learn.example.com')).toEqual({
      kind: 'found',
      values: ['203.0.113.9'],
    })
  })

  it('puts a long text together from its parts', async () => {
    expect(await dns().texts('example.com')).toEqual({
      kind: 'found',
      values: ['first', 'x'.repeat(300)],
    })
  })

  it('reads who may issue certificates', async () => {
    const { kind, ...rest } = await dns().authorities('example.com')

    expect(kind).toBe('found')
    expect(rest).toEqual({ values: expect.arrayContaining(['letsencrypt.org']) })
  })

  it('tells a name without such a record from a name that does not exist', async () => {
    expect(await dns().texts('aurora.platform.test')).toEqual({ kind: 'noRecord' })
    expect(await dns().texts('nowhere.example.org')).toEqual({ kind: 'noName' })
    expect(await dns().addresses('nowhere.example.org')).toEqual({ kind: 'noName' })
  })

  it('tells a server that fails from one that is silent', async () => {
    expect(await dns().alias('broken.example.com')).toEqual({ kind: 'failed' })
    expect(await dns().texts('slow.example.com')).toEqual({ kind: 'timeout' })
  }, 20_000)

  it('asks anew each time', async () => {
    server.set('new.example.com', { TXT: ['one'] })
    await dns().texts('new.example.com')
    server.set('new.example.com', { TXT: ['two'] })

    expect(await dns().texts('new.example.com')).toEqual({ kind: 'found', values: ['two'] })
  })
})
