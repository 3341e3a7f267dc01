import sharp from 'sharp'

import { drawIcon, drawLogo } from './icon'

const accent = '#b4332e'

const picture = (width: number, height: number) =>
  sharp({ create: { background: '#00ff00', channels: 3, height, width } })
    .webp()
    .toBuffer()

const colourAt = async (png: Buffer, left: number, top: number) => [
  ...(await sharp(png).ensureAlpha().extract({ height: 1, left, top, width: 1 }).raw().toBuffer()),
]

describe('the icon of a school', () => {
  it.each([192, 512])('is a square of %s pixels, of its initial or of its own', async (size) => {
    for (const mark of [null, await picture(300, 100), Buffer.from('no image')]) {
      for (const name of ['Aurora', 'אופק', '', '🎉', '<b>']) {
        const { format, height, width } = await sharp(
          await drawIcon({ name, accent, mark, size }),
        ).metadata()
        expect({ format, height, width }).toEqual({ format: 'png', height: size, width: size })
      }
    }
  })

  it('reaches its edges where a system cuts it, and keeps what matters away from them', async () => {
    const own = await drawIcon({
      name: 'A',
      accent,
      isFull: true,
      mark: await picture(64, 64),
      size: 512,
    })
    expect(await colourAt(own, 2, 2)).toEqual([255, 255, 255, 255])
    expect((await colourAt(own, 256, 256))[1]).toBeGreaterThan(240)
    const drawn = await drawIcon({ name: 'A', accent, isFull: true, mark: null, size: 512 })
    expect((await colourAt(drawn, 2, 2))[3]).toBe(255)
    expect(
      (await colourAt(await drawIcon({ name: 'A', accent, mark: null, size: 512 }), 2, 2))[3],
    ).toBe(0)
  })
})

describe('a logo for mails and paper', () => {
  it('is a PNG no higher than asked, in its own proportions', async () => {
    const { format, height, width } = await sharp(
      (await drawLogo({ height: 96, mark: await picture(800, 200) })) ?? '',
    ).metadata()
    expect({ format, height, width }).toEqual({ format: 'png', height: 96, width: 384 })
    expect(await drawLogo({ height: 96, mark: Buffer.from('no image') })).toBeNull()
  })
})
