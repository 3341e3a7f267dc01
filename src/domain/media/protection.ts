/** The systems that open protected films, as addresses name them: Google's, Microsoft's, Apple's, and W3C's own, whose keys are no secret. */
export const KEY_SYSTEMS = ['widevine', 'playready', 'fairplay', 'clearkey'] as const

export type KeySystem = (typeof KEY_SYSTEMS)[number]

/** What a film is encrypted with, 16 bytes each: the name of its key, the key, and the constant vector that `cbcs` begins with. */
export type ContentKey = { id: Uint8Array; iv: Uint8Array; key: Uint8Array }

/** Under which players of each system ask for licences; `certificate` is what FairPlay asks for first. */
export type Licensing = Partial<Record<KeySystem, { certificate?: string; licence: string }>>

/** Bytes of the largest request for a licence that is read. PlayReady's are the longest, of some 20,000. */
export const MOST_LICENCE_BYTES = 64 * 1024

/** The name of a key, as services write it: a GUID in the order of its bytes. */
export const keyName = (id: Uint8Array): string =>
  Buffer.from(id)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Where FairPlay finds a key. */
export const fairplayUri = (id: Uint8Array): string => `skd://${keyName(id)}`

/**
 * The play list that the packager wrote, as it is served: without the tag of the format `identity`, which would name FairPlay's address as a
 * key to be fetched, and with one for Clear Key.
 */
export const protectedPlaylist = (packaged: string, id: Uint8Array): string => {
  const lines = packaged
    .split('\n')
    .filter((line) => !line.startsWith('## ') && !/^#EXT-X-KEY:.*KEYFORMAT="identity"/.test(line))
  const first = lines.findIndex((line) => line.startsWith('#EXT-X-KEY:'))
  const hex = Buffer.from(id).toString('hex')
  const clear = `#EXT-X-KEY:METHOD=SAMPLE-AES,URI="urn:uuid:${keyName(id)}",KEYID=0x${hex},KEYFORMATVERSIONS="1",KEYFORMAT="org.w3.clearkey"`

  return lines.toSpliced(first, 0, clear).join('\n')
}

/** How segments of a protected film are called, by their number from 0. */
export const fragmentName = (index: number): string => `${String(index).padStart(5, '0')}.m4s`

/** What stands before the first segment of a protected rendition. */
export const HEAD_NAME = 'init.mp4'
