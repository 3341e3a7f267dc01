import { describe, expect, it } from '@jest/globals'

import { believeProxies, clientAddress, proxiesIn } from './clientAddress'

const isProxy = proxiesIn(['127.0.0.0/8', '::1', '172.16.0.0/12'])

describe('the address of a visitor', () => {
  it.each([
    ['a stranger who claims to be another', '1.1.1.1', '8.8.8.8', '8.8.8.8'],
    ['a visitor behind a proxy', '8.8.8.8', '172.18.0.5', '8.8.8.8'],
    ['a visitor behind two proxies', '8.8.8.8, 172.18.0.9', '127.0.0.1', '8.8.8.8'],
    ['a visitor who claims and comes by a proxy', '1.1.1.1, 8.8.8.8', '172.18.0.5', '8.8.8.8'],
    ['a visitor who claims to be a proxy', '127.0.0.1, 8.8.8.8', '127.0.0.1', '8.8.8.8'],
    ['a socket for both families', '8.8.8.8', '::ffff:127.0.0.1', '8.8.8.8'],
    ['IPv6', '2001:4860::8888', '::1', '2001:4860::8888'],
    ['words in the place of an address', '<script>', '127.0.0.1', '127.0.0.1'],
    ['a request from inside the house', '', '127.0.0.1', null],
    ['a stranger', '', '8.8.8.8', '8.8.8.8'],
  ])('is told of %s', (_who, forwarded, peer, client) => {
    expect(clientAddress({ forwarded, isProxy, peer })).toBe(client)
  })
})

it('keeps what a proxy says of a visitor, and drops what visitors say of themselves', () => {
  const arrive = believeProxies({ also: ['cf-ipcountry'], isProxy })
  const from = (remoteAddress: string) => {
    const headers: Record<string, string> = {
      'cf-ipcountry': 'DE',
      'x-forwarded-for': '1.1.1.1',
      'x-forwarded-proto': 'https',
      'x-real-ip': '2.2.2.2',
    }
    arrive({ headers, socket: { remoteAddress } as never })

    return headers
  }

  expect(from('8.8.8.8')).toEqual({ 'x-forwarded-for': '8.8.8.8' })
  expect(from('127.0.0.1')).toEqual({
    'cf-ipcountry': 'DE',
    'x-forwarded-for': '1.1.1.1',
    'x-forwarded-proto': 'https',
  })
})
