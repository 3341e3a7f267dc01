import { pictureOf } from './pictures'

const rendition = (width: number) => ({ url: `/file-${width}.webp`, width })

describe('a picture', () => {
  it('offers its renditions and itself, small to large', () => {
    const sizes = { large: rendition(1600), medium: rendition(960), small: rendition(480) }
    expect(pictureOf({ alt: 'A lamp', height: 1200, sizes, url: '/file.jpg', width: 2000 })).toEqual({
      alt: 'A lamp',
      avif: [],
      height: 1200,
      sources: [rendition(480), rendition(960), rendition(1600), { url: '/file.jpg', width: 2000 }],
      url: '/file.jpg',
      width: 2000,
    })
  })

  it('leaves out the original where a rendition is as wide', () => {
    const sizes = { large: { url: null, width: null }, medium: rendition(960), small: rendition(480) }
    const picture = pictureOf({ height: 540, sizes, url: '/file.png', width: 960 })
    expect(picture?.sources).toEqual([rendition(480), rendition(960)])
    expect(picture?.alt).toBe('')
  })

  it('is kept in AVIF at the same version and place, where it was made so', () => {
    const avif = { of: 'x', sources: [{ filename: 'a-480.avif', filesize: 9, width: 480 }] }
    const url = 'https://cdn.example/api/media/file/lamp.jpg?prefix=t&v=1'

    expect(pictureOf({ avif, height: 600, url, width: 900 })?.avif).toEqual([
      { url: 'https://cdn.example/api/media/file/a-480.avif?prefix=t&v=1', width: 480 },
    ])
  })

  it('is null for what cannot be shown as one', () => {
    expect(pictureOf(null)).toBeNull()
    expect(pictureOf('an id')).toBeNull()
    expect(pictureOf({ url: '/video.mp4' })).toBeNull()
  })
})
