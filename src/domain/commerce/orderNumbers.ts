/** Crockford's base 32: no I, L, O or U, so that a number survives being read out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * An order's number as people read it, `K7QM-2XHD`, from at least eight random bytes: 40 bits, which
 * tell nobody how much a school sells.
 */
export const orderNumberFrom = (bytes: Uint8Array): string => {
  if (bytes.length < 8) {
    throw new RangeError('An order number takes eight bytes.')
  }
  const signs = [...bytes.subarray(0, 8)].map((byte) => ALPHABET[byte % ALPHABET.length])

  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`
}
