import sharp from 'sharp'

import { drawCard } from './card'

const accent = '#b4332e'

const sizeOf = async (png: Buffer) => {
  const { format, height, width } = await sharp(png).metadata()

  return { format, height, width }
}

/** Where something other than the ground is drawn among the words: the share of dark pixels in the left and right half of the title's part. */
const inkIn = async (png: Buffer, { left, width }: { left: number; width: number }) => {
  const { data, info } = await sharp(png)
    .extract({ height: 420, left, top: 60, width })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const dark = (from: number, to: number) =>
    data.filter((value, at) => {
      const column = at % info.width

      return column >= from && column < to && value < 128
    }).length

  return { left: dark(0, width / 2), right: dark(width / 2, width) }
}

describe('the card of a course', () => {
  it.each([
    ['English', 'Seeing light', 'Aurora School of Photography'],
    ['Russian', 'Увидеть свет: фотография для начинающих', 'Школа «Аврора»'],
    ['Hebrew', 'לראות אור: צילום Light 101', 'אופק'],
    ['endless', 'A long word '.repeat(420), 'School '.repeat(50)],
    ['unbroken', 'W'.repeat(5_000), 'W'.repeat(500)],
    ['hostile', '</span><b>&"\u0000\u202e', '<'],
    ['empty', '🎉', ''],
  ])('is a PNG of 1200 to 630 for an %s title', async (_, title, label) => {
    expect(await sizeOf(await drawCard({ accent, label, title }))).toEqual({
      format: 'png',
      height: 630,
      width: 1200,
    })
  })

  it('begins where its title is read from', async () => {
    const english = await inkIn(await drawCard({ accent, label: '', title: 'Light' }), {
      left: 72,
      width: 576,
    })
    const hebrew = await inkIn(await drawCard({ accent, label: '', title: 'אור' }), {
      left: 552,
      width: 576,
    })
    expect(english.left).toBeGreaterThan(english.right)
    expect(hebrew.right).toBeGreaterThan(hebrew.left)
  })

  it('shows the cover, and the initial on the school’s colour where there is none', async () => {
    const cover = await sharp({
      create: { background: '#00ff00', channels: 3, height: 90, width: 160 },
    })
      .webp()
      .toBuffer()
    const colourAt = async (png: Buffer) => {
      const pixel = await sharp(png)
        .extract({ height: 1, left: 1190, top: 10, width: 1 })
        .removeAlpha()
        .raw()
        .toBuffer()

      return [...pixel]
    }
    const covered = await colourAt(await drawCard({ accent, cover, label: '', title: 'Light' }))
    expect(covered[1]).toBeGreaterThan(200)
    const broken = Buffer.from('no image')
    const plain = await colourAt(
      await drawCard({ accent, cover: broken, label: '', title: 'Light' }),
    )
    expect(plain[0]).toBeGreaterThan(plain[1] ?? 255)
  })
})
