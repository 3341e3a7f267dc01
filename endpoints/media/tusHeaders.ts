const KEY = /^[\w-]{1,64}$/

/** `Upload-Metadata`: names, each with a value in Base64, between commas. */
export const metadataOf = (header: string | string[] | undefined): Record<string, string> =>
  Object.fromEntries(
    String(header ?? '')
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .filter(([name = '']) => KEY.test(name))
      .map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]),
  )

const SHA256_BYTES = 32

/** `Upload-Checksum` as the bytes of a SHA-256; null where there is none, undefined where it is another's or broken. */
export const sha256Of = (header: string | string[] | undefined): Buffer | null | undefined => {
  if (header === undefined) {
    return null
  }
  const [algorithm, value = ''] = String(header).split(' ')
  const bytes = Buffer.from(value, 'base64')

  return algorithm === 'sha256' && bytes.length === SHA256_BYTES ? bytes : undefined
}
