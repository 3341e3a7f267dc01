import type { IncomingMessage } from 'node:http'

import { BlockList, isIP } from 'node:net'

/** Whether an address is one of a proxy in front of us, whose word counts. */
export type IsProxy = (address: string) => boolean

/** Headers in which a proxy speaks of the visitor; from anybody else they are claims. */
const CLAIMS = [
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/** An IPv4 address that a socket for both families shows as IPv6 (RFC 4291, 2.5.5.2), as IPv4. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Proxies by their addresses and networks, as `10.0.0.7` and `172.16.0.0/12`. */
export const proxiesIn = (networks: readonly string[]): IsProxy => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', prefix] = network.split('/')
    const whole = family(address) === 'ipv4' ? 32 : 128
    list.addSubnet(address, prefix === undefined ? whole : Number(prefix), family(address))
  }

  return (address) => list.check(address, family(address))
}

/**
 * The address that a request came from: each proxy writes down whom it heard at the end of `forwarded` (the values of
 * X-Forwarded-For), so the last one that no proxy of ours has is the visitor, and what stands before it is a claim. Null
 * where only proxies spoke: a request from inside the house.
 */
export const clientAddress = ({
  forwarded,
  isProxy,
  peer,
}: {
  forwarded: string
  isProxy: IsProxy
  peer: string
}): null | string => {
  const heard = [...forwarded.split(','), peer].map((one) => plainAddress(one.trim()))
  const last = heard.findLast((one) => one !== '' && !(isIP(one) && isProxy(one)))
  if (last === undefined) {
    return null
  }

  // What a proxy wrote and is no address is still nobody of ours: the proxy stands for it.
  return isIP(last) ? last : plainAddress(peer)
}

/**
 * Leaves in a request's headers only what can be believed: X-Forwarded-For becomes the visitor's address alone, and what else is
 * said of the visitor stays only where a proxy of ours says it. Whoever reads headers after that may trust them.
 */
export const believeProxies =
  ({ also, isProxy }: { also: readonly string[]; isProxy: IsProxy }) =>
  ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): void => {
    const peer = plainAddress(socket.remoteAddress ?? '')
    const forwarded = headers['x-forwarded-for']
    const said = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')
    const client = peer ? clientAddress({ forwarded: said, isProxy, peer }) : null
    if (!peer || !isProxy(peer)) {
      for (const name of [...CLAIMS, ...also]) {
        delete headers[name]
      }
    }
    delete headers['x-real-ip']
    if (client) {
      headers['x-forwarded-for'] = client
    } else {
      delete headers['x-forwarded-for']
    }
  }
