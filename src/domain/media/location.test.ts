import fc from 'fast-check'
import sharp from 'sharp'

import { withoutLocation } from './location'

const GPS = {
  GPSLatitude: '59/1 54/1 2718/100',
  GPSLatitudeRef: 'N',
  GPSLongitude: '10/1 44/1 5312/100',
  GPSLongitudeRef: 'E',
}

const KINDS = ['jpeg', 'webp', 'png', 'avif'] as const

const taken = (kind: (typeof KINDS)[number], place: Record<string, string> = GPS): Promise<Buffer> =>
  sharp({ create: { background: '#2f6f73', channels: 3, height: 24, width: 40 } })
    .withExif({ IFD0: { Artist: 'Somebody', Orientation: '6' }, IFD3: place })
    .withMetadata({ orientation: 6 })
    .toFormat(kind)
    .toBuffer()

const pixels = (image: Uint8Array): Promise<Buffer> => sharp(image).raw().toBuffer()

/** The number 2718 of the latitude, as either byte order writes it. */
const hasPlace = (image: Uint8Array): boolean =>
  [
    [0x9e, 0x0a, 0, 0],
    [0, 0, 0x0a, 0x9e],
  ].some((number) => Buffer.from(image).includes(Buffer.from(number)))

describe.each(KINDS)('the place in an image of kind %s', (kind) => {
  it('is taken out, and the picture stays as it is', async () => {
    const image = await taken(kind)
    expect(hasPlace(image)).toBe(true)
    const cleaned = withoutLocation(image) ?? Buffer.alloc(0)

    expect(hasPlace(cleaned)).toBe(false)
    expect(await pixels(cleaned)).toEqual(await pixels(image))
    expect(withoutLocation(cleaned)).toBeNull()
  })
})

it.each(['jpeg', 'webp', 'avif'] as const)('leaves which side of a %s is up', async (kind) => {
  const cleaned = withoutLocation(await taken(kind)) ?? Buffer.alloc(0)
  const { exif, orientation } = await sharp(cleaned).metadata()

  expect(orientation).toBe((await sharp(await taken(kind)).metadata()).orientation)
  expect(exif?.includes('Somebody')).toBe(true)
})

it('is taken out of XMP too', async () => {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="59,54.453N"/></rdf:RDF></x:xmpmeta>`
  const image = await sharp({ create: { background: '#fff', channels: 3, height: 8, width: 8 } })
    .withXmp(packet)
    .jpeg()
    .toBuffer()
  const cleaned = withoutLocation(image) ?? Buffer.alloc(0)

  expect(image.includes('59,54.453N')).toBe(true)
  expect(Buffer.from(cleaned).includes('59,54.453N')).toBe(false)
  expect(await pixels(cleaned)).toEqual(await pixels(image))
})

it('leaves alone what names no place, and never trips over what is no image', async () => {
  const plain = await sharp({ create: { background: '#fff', channels: 3, height: 8, width: 8 } })
    .jpeg()
    .toBuffer()
  expect(withoutLocation(plain)).toBeNull()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('II*\0', 'MM\0*', '\x89PNG'), (rest, head) => {
      const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest])
      const cleaned = withoutLocation(bytes)
      expect(cleaned === null || cleaned.length <= bytes.length).toBe(true)
    }),
  )
})
