import sharp from 'sharp'

import { drawSvg } from './svg'

const svg = (inner: string, attributes = 'viewBox="0 0 100 50"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  )

const MARK = '<rect width="50" height="50" fill="#ff0000"/>'

const pixels = async (png: Buffer | null) =>
  (
    await sharp(png ?? Buffer.alloc(0))
      .raw()
      .toBuffer()
  ).toString('base64')

describe('a drawing that is uploaded', () => {
  it('becomes a picture of its own proportions, on a transparent ground', async () => {
    const png = await drawSvg(svg(MARK))
    const { format, hasAlpha, height, width } = await sharp(png ?? '').metadata()
    expect({ format, hasAlpha, height, width }).toEqual({
      format: 'png',
      hasAlpha: true,
      height: 800,
      width: 1600,
    })
  })

  it.each([
    ['a script', '<script>fetch("http://127.0.0.1:1/")</script>'],
    [
      'HTML inside',
      '<foreignObject width="100" height="50"><body xmlns="http://www.w3.org/1999/xhtml"><p>HTML</p></body></foreignObject>',
    ],
    ['a file of the server', '<image href="file:///etc/hostname" width="100" height="50"/>'],
    [
      'a picture from elsewhere',
      '<image xlink:href="http://127.0.0.1:1/a.png" width="100" height="50"/>',
    ],
    ['a handler', '<g onload="alert(1)"/>'],
  ])('loses %s', async (_, hostile) => {
    const png = await drawSvg(svg(hostile + MARK))
    expect(await pixels(png)).toBe(await pixels(await drawSvg(svg(MARK))))
    expect(png?.includes('script')).toBe(false)
  })

  it.each([
    ['broken', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g>')],
    ['endless', svg(MARK, 'width="900000" height="900000"')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it is %s', async (_, bytes) => expect(await drawSvg(bytes)).toBeNull())
})
