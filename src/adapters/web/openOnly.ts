import type { LookupAddress, LookupAllOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'

import { lookup } from 'node:dns'

import { isPublicAddress } from './publicAddress'

/** Looks up all addresses of a name, as Node does. */
type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

export type Openness = {
  /** Which IP addresses may be asked at all. */
  mayAsk?: (address: string) => boolean
  resolve?: Resolve
}

/** A name has no address that may be asked. */
export class NotOpen extends Error {}

/** Looks a name up as usual, and leaves out the addresses that may not be asked: they are what the connection is made to. */
export const openOnly =
  ({ mayAsk = isPublicAddress, resolve = lookup }: Openness): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const [first, ...rest] = error ? [] : found.filter(({ address }) => mayAsk(address))
      if (!first) {
        done(error ?? new NotOpen(), '')
      } else if (options.all) {
        done(null, [first, ...rest])
      } else {
        done(null, first.address, first.family)
      }
    })
  }
