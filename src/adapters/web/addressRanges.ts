import { BlockList, isIP } from 'node:net'

/** An address, or a network with its prefix (RFC 4632, RFC 4291). */
export type AddressRange = { address: string; family: 'ipv4' | 'ipv6'; prefix: number }

/** The widest that may be named: more is a slip of the hand. */
const WIDEST = { ipv4: 8, ipv6: 19 }

/** The range that a text names, as `203.0.113.7`, `203.0.113.0/24` or `2001:db8::/48`; null where it names none, or one that is too wide. */
export const rangeIn = (text: string): AddressRange | null => {
  const [, plain = '', given] =
    /^\s*(?:::ffff:(?=\d+\.))?([\da-f.:]+)(?:\/(\d{1,3}))?\s*$/i.exec(text) ?? []
  const version = isIP(plain)
  if (version === 0) {
    return null
  }
  const family = version === 4 ? 'ipv4' : 'ipv6'
  const whole = version === 4 ? 32 : 128
  const prefix = given === undefined ? whole : Number(given)

  return prefix >= WIDEST[family] && prefix <= whole
    ? { address: plain.toLowerCase(), family, prefix }
    : null
}

/** A range as it is written down. */
export const rangeText = ({ address, family, prefix }: AddressRange): string =>
  prefix === (family === 'ipv4' ? 32 : 128) ? address : `${address}/${prefix}`

/** Tells whether an address is in one of `ranges`. */
export const within = (ranges: readonly AddressRange[]): ((address: string) => boolean) => {
  const list = new BlockList()
  for (const { address, family, prefix } of ranges) {
    list.addSubnet(address, prefix, family)
  }

  return (address) => {
    const version = isIP(address)

    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
  }
}
