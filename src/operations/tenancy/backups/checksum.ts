import { createHash } from 'node:crypto'

const WRAP = 1n << 64n

/**
 * Counts rows and adds up the first 128 bits of their SHA-256, in two sums modulo 2^64: rows in another order have the same
 * checksum, and a row that is missing, double or changed has another.
 */
export const rowsSeen = () => {
  let rows = 0
  let [low, high] = [0n, 0n]

  return {
    add: (row: Uint8Array): void => {
      const digest = createHash('sha256').update(row).digest()
      rows += 1
      low = (low + digest.readBigUInt64LE(0)) % WRAP
      high = (high + digest.readBigUInt64LE(8)) % WRAP
    },
    seen: (): { checksum: string; rows: number } => ({
      checksum: `${high.toString(16).padStart(16, '0')}${low.toString(16).padStart(16, '0')}`,
      rows,
    }),
  }
}
