import { createSocket } from 'node:dgram'

import type { RecordType } from './wire'

import { readQuestion, TYPES, writeAnswer, writeRecord } from './wire'

type Zone = Partial<Record<RecordType, readonly string[]>> | 'fails' | 'silent'

/** A name server that knows what it is told and nothing else. */
export type DnsServer = {
  close: () => Promise<void>
  /** How often each question was asked, by `TYPE name`. */
  readonly asked: ReadonlyMap<string, number>
  /** As `DNS_SERVERS` and `Resolver` take it. */
  readonly address: string
  /** Says what stands at a name from now on; null for nothing. */
  set: (name: string, zone: null | Zone) => void
}

/** A DNS server on UDP (RFC 1035) that answers one question in a datagram, on this machine alone. */
export const startDns = async (port = 0): Promise<DnsServer> => {
  const zones = new Map<string, Zone>()
  const asked = new Map<string, number>()
  const socket = createSocket('udp4')

  /** Records of a name, with those that an alias leads to. */
  const recordsAt = (name: string, type: RecordType): Buffer[] => {
    const zone = zones.get(name)
    if (!zone || typeof zone === 'string') {
      return []
    }
    const own = (zone[type] ?? []).map((value) => writeRecord({ name, type, value }))
    const aliases = type === 'CNAME' ? [] : (zone.CNAME ?? [])

    return [
      ...own,
      ...aliases.flatMap((value) => [
        writeRecord({ name, type: 'CNAME', value }),
        ...recordsAt(value, type),
      ]),
    ]
  }

  /** A name exists where it, or a name below it, holds anything. */
  const exists = (name: string): boolean =>
    [...zones.keys()].some((known) => known === name || known.endsWith(`.${name}`))

  socket.on('message', (query, { address, port: from }) => {
    const { name, type } = readQuestion(query)
    const kind = (Object.keys(TYPES) as RecordType[]).find((one) => TYPES[one] === type)
    const key = `${kind} ${name}`
    asked.set(key, (asked.get(key) ?? 0) + 1)
    const zone = zones.get(name)
    if (zone === 'silent') {
      return
    }
    const code = zone === 'fails' ? 2 : exists(name) ? 0 : 3
    socket.send(
      writeAnswer({ code, query, records: kind && code === 0 ? recordsAt(name, kind) : [] }),
      from,
      address,
    )
  })
  await new Promise<void>((resolve) => {
    socket.bind(port, '127.0.0.1', resolve)
  })

  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        socket.close(resolve)
      }),
    set: (name, zone) => {
      if (zone) {
        zones.set(name, zone)
      } else {
        zones.delete(name)
      }
    },
  }
}
