import { isDomainName } from '../hosts'
import { isSuffix } from './suffixes'

/** Why a text names no domain that a school can have. */
export type NameProblem =
  'domainIsAddress' | 'domainIsSuffix' | 'domainMalformed' | 'domainOfPlatform'

const LONGEST_INPUT = 300

/** IPv4 as `new URL` writes it, whatever way it was written: `0x7f.1` becomes `127.0.0.1`. */
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^\[/

/**
 * A school's domain as it was typed or pasted, to the name it is kept under: lower case, in punycode
 * (IDNA, as the URL standard has it), without `https://` and a closing slash or dot. Else
 * the problem: `domainMalformed` for whatever else an address may hold, `domainIsAddress` for an IP
 * address, `domainOfPlatform` for `rootDomain` and below it, `domainIsSuffix` for a registry's own name.
 */
export const readDomainName = ({
  rootDomain,
  text,
}: {
  rootDomain: string
  text: string
}): { host: string } | { problem: NameProblem } => {
  const typed = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\.?\/?$/, '')
  if (!typed || typed.length > LONGEST_INPUT || /[\s/\\?#@%*_]/.test(typed)) {
    return { problem: 'domainMalformed' }
  }
  const host = hostIn(typed)
  if (host && ADDRESS.test(host)) {
    return { problem: 'domainIsAddress' }
  }
  if (!host || /:\d*$/.test(typed)) {
    return { problem: 'domainMalformed' }
  }
  if (host === rootDomain || host.endsWith(`.${rootDomain}`)) {
    return { problem: 'domainOfPlatform' }
  }
  if (!isDomainName(host)) {
    return { problem: 'domainMalformed' }
  }
  if (isSuffix(host)) {
    return { problem: 'domainIsSuffix' }
  }

  return { host }
}

const hostIn = (typed: string): null | string => {
  // An IPv6 address stands in brackets in a URL, and nobody types them.
  const bare = /^[\da-f:]*:[\da-f:]*:[\da-f:.]*$/i.test(typed) ? `[${typed}]` : typed
  const address = `http://${bare}`

  return URL.canParse(address) ? new URL(address).hostname : null
}
