import sharp from 'sharp'

import { portraitFrom, PORTRAIT_SIDE } from './portrait'

const photo = (orientation?: number) => {
  const made = sharp({
    create: { background: '#3355cc', channels: 3, height: 300, width: 900 },
  }).jpeg()

  return made
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
    .withMetadata(orientation ? { orientation } : {})
    .toBuffer()
}

describe('a portrait', () => {
  it('is a square in WebP, whatever came in', async () => {
    const made = await portraitFrom(await photo())
    const { format, height, width } = await sharp(made ?? Buffer.alloc(0)).metadata()
    expect([format, width, height]).toEqual(['webp', PORTRAIT_SIDE, PORTRAIT_SIDE])
  })

  it('keeps nothing of what the camera wrote down', async () => {
    const made = await portraitFrom(await photo(6))
    const { exif, icc, orientation, xmp } = await sharp(made ?? Buffer.alloc(0)).metadata()
    expect({ exif, icc, orientation, xmp }).toEqual({})
  })

  it.each([
    ['text', Buffer.from('not a picture')],
    ['nothing', Buffer.alloc(0)],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['the head of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])],
  ])('is not made of %s', async (_, bytes) => {
    expect(await portraitFrom(bytes)).toBeNull()
  })
})
