import { avifName, avifWidths, isSmaller, rowOfAvif } from './avif'

const id = '019a2b3c-4d5e-7f60-8123-456789abcdef'

describe('the sizes of an image in AVIF', () => {
  it.each([
    [3000, [480, 960, 1600]],
    [1600, [480, 960, 1600]],
    [1200, [480, 960, 1200]],
    [480, [480]],
    [32, [32]],
  ])('are of an image %i pixels wide %j', (width, widths) => {
    expect(avifWidths(width)).toEqual(widths)
  })

  it('have names that tell their row, and no other name does', () => {
    const name = avifName({ id, digest: '0123456789abcdef', width: 960 })

    expect(name).toBe(`${id}-01234567-960.avif`)
    expect(rowOfAvif(name)).toBe(id)
    expect(
      ['picture.avif', `${id}.avif`, `${id}-01234567-960.webp`, `../${name}`, `${name}?`].map(
        rowOfAvif,
      ),
    ).toEqual([null, null, null, null, null])
  })

  it('are worth having where none takes more than what there is in its width', () => {
    const known = [
      { filesize: 100, width: 480 },
      { filesize: 300, width: 960 },
    ]

    expect(isSmaller([{ filesize: 60, width: 480 }, { filesize: 900, width: 1600 }], known)).toBe(true)
    expect(isSmaller([{ filesize: 60, width: 480 }, { filesize: 300, width: 960 }], known)).toBe(false)
  })
})
