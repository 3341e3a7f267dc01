import { isApex, labelIn } from './suffixes'

/** Label under which a school proves that a domain is its own; it names nobody. */
const PROOF_LABEL = '_domain-verification'

/** What a name server said of one kind of record: its values, or why there are none. */
export type Answer =
  { kind: 'failed' | 'noName' | 'noRecord' | 'timeout' } | { kind: 'found'; values: string[] }

/** What has to stand in the domain's zone. `address` is one CNAME, ALIAS or set of A and AAAA. */
export type Wanted = {
  /** Addresses to point an apex at, where the registrar knows no ALIAS. */
  addresses: readonly string[]
  host: string
  isApex: boolean
  /** What the proof's TXT record holds. */
  proof: string
  proofName: string
  /** Host of the school's sub-domain, for CNAME and ALIAS. */
  target: string
}

/** What decides: the proof of ownership, where the name leads, and whether certificates are allowed. */
type CheckName = 'address' | 'authority' | 'proof'

export type Reason =
  | 'claimedElsewhere'
  | 'forbidden'
  | 'noName'
  | 'noRecord'
  | 'pointsElsewhere'
  | 'serverFailed'
  | 'timeout'
  | 'wrongValue'

/** How one record was found; `found` is what stands there instead, at most five values. */
export type Check = { found: string[]; isGood: boolean; reason: null | Reason }

export type Checks = Record<CheckName, Check>

export const wantedRecords = ({
  addresses,
  host,
  target,
  token,
}: {
  addresses: readonly string[]
  host: string
  target: string
  token: string
}): Wanted => ({
  addresses,
  host,
  isApex: isApex(host),
  proof: token,
  proofName: `${PROOF_LABEL}.${host}`,
  target,
})

type RecordType = 'A' | 'AAAA' | 'ALIAS' | 'CNAME' | 'TXT'

/** A record as a registrar's form takes it. Of those with the same `check`, ALIAS and addresses are either-or. */
export type DnsRecord = {
  check: CheckName
  label: string
  name: string
  type: RecordType
  value: string
}

/** The records to show, the proof first. */
export const recordsToShow = (wanted: Wanted): DnsRecord[] => {
  const { addresses, host, isApex: atTop, proof, proofName, target } = wanted
  const record = (check: CheckName, name: string, type: RecordType, value: string): DnsRecord => ({
    name,
    type,
    check,
    label: labelIn({ name, host }),
    value,
  })

  return [
    record('proof', proofName, 'TXT', proof),
    record('address', host, atTop ? 'ALIAS' : 'CNAME', target),
    ...(atTop ? addresses : []).map((address) =>
      record('address', host, address.includes(':') ? 'AAAA' : 'A', address),
    ),
  ]
}

const MOST_FOUND = 5

const good: Check = { found: [], isGood: true, reason: null }

const bad = (reason: Reason, found: readonly string[] = []): Check => ({
  found: found.slice(0, MOST_FOUND),
  isGood: false,
  reason,
})

const SILENCE = {
  failed: 'serverFailed',
  noName: 'noName',
  noRecord: 'noRecord',
  timeout: 'timeout',
} as const satisfies Record<Exclude<Answer['kind'], 'found'>, Reason>

/** The proof is good when one of the texts at its name is the token. */
export const judgeProof = (answer: Answer, proof: string): Check => {
  if (answer.kind !== 'found') {
    return bad(SILENCE[answer.kind])
  }

  return answer.values.some((text) => text.trim() === proof)
    ? good
    : bad('wrongValue', answer.values)
}

/**
 * A domain leads here when it is an alias of the school's sub-domain, or when every one of its
 * addresses, IPv4 and IPv6, is one of `ours`: browsers take any of them.
 */
export const judgeAddress = ({
  alias,
  here,
  ours,
  target,
}: {
  alias: Answer
  here: Answer
  ours: readonly string[]
  target: string
}): Check => {
  const aliases = alias.kind === 'found' ? alias.values : []
  if (aliases.includes(target)) {
    return good
  }
  if (here.kind !== 'found') {
    return aliases.length > 0 ? bad('pointsElsewhere', aliases) : bad(SILENCE[here.kind])
  }
  const strangers = here.values.filter((address) => !ours.includes(address))

  return strangers.length === 0 ? good : bad('pointsElsewhere', [...aliases, ...strangers])
}

/**
 * Whether a certificate may be issued for a name, by RFC 8659: the CAA records at the name, or at the
 * nearest name above that has any; `climb` are the answers from the name upwards, each value an `issue`
 * property. Without any, every authority may.
 */
export const judgeAuthority = (climb: readonly Answer[], authorities: readonly string[]): Check => {
  const silent = climb.find(({ kind }) => kind === 'failed' || kind === 'timeout')
  const set = climb.find((answer) => answer.kind === 'found')
  if (set?.kind === 'found') {
    const named = set.values.map((value) => value.split(';')[0]?.trim().toLowerCase() ?? '')

    return named.some((one) => authorities.includes(one)) ? good : bad('forbidden', set.values)
  }

  return silent ? bad(silent.kind === 'timeout' ? 'timeout' : 'serverFailed') : good
}

/** Names at which CAA records of `host` may stand: itself and all above it but the top-level domain. */
export const namesAbove = (host: string): string[] => {
  const labels = host.split('.')

  return labels.slice(0, -1).map((_, nth) => labels.slice(nth).join('.'))
}
