/** Types of records a test server knows, by their numbers in RFC 1035, 3596 and 8659. */
export const TYPES = { A: 1, AAAA: 28, CAA: 257, CNAME: 5, TXT: 16 } as const

export type RecordType = keyof typeof TYPES

/** The one question of a query (RFC 1035, section 4.1.2); `end` is where it ends. */
export const readQuestion = (query: Buffer): { end: number; name: string; type: number } => {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }

  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 }
}

const writeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ])

/** The eight groups of an IPv6 address, `::` filled up. */
const groupsOf = (address: string): number[] => {
  const [before = '', after = ''] = address.split('::')
  const left = before ? before.split(':') : []
  const right = after ? after.split(':') : []
  const gap = Array.from({ length: 8 - left.length - right.length }, () => '0')

  return [...left, ...gap, ...right].map((group) => Number.parseInt(group, 16))
}

const WRITERS: Record<RecordType, (value: string) => Buffer> = {
  A: (value) => Buffer.from(value.split('.').map(Number)),
  AAAA: (value) => Buffer.from(groupsOf(value).flatMap((group) => [group >> 8, group & 255])),
  CAA: (value) =>
    Buffer.concat([Buffer.from([0, 5]), Buffer.from('issue'), Buffer.from(value, 'latin1')]),
  CNAME: writeName,
  TXT: (value) =>
    Buffer.concat(
      (value.match(/[\s\S]{1,255}/g) ?? ['']).map((part) =>
        Buffer.from([part.length, ...Buffer.from(part, 'latin1')]),
      ),
    ),
}

/** A record of an answer (RFC 1035, section 4.1.3), good for no time at all. */
export const writeRecord = ({
  name,
  type,
  value,
}: {
  name: string
  type: RecordType
  value: string
}): Buffer => {
  const data = WRITERS[type](value)
  const head = Buffer.alloc(10)
  head.writeUInt16BE(TYPES[type], 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(data.length, 8)

  return Buffer.concat([writeName(name), head, data])
}

/** An answer to a query: `code` is 0, 2 for a server that failed, or 3 for a name that does not exist. */
export const writeAnswer = ({
  code,
  query,
  records,
}: {
  code: 0 | 2 | 3
  query: Buffer
  records: readonly Buffer[]
}): Buffer => {
  const head = Buffer.from(query.subarray(0, 12))
  head.writeUInt16BE(0x8580 | code, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(records.length, 6)
  head.writeUInt32BE(0, 8)

  return Buffer.concat([head, query.subarray(12, readQuestion(query).end), ...records])
}
