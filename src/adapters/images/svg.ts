import sharp from 'sharp'

/** The longer side of the picture that is made of a drawing, in pixels: sharp on any screen, and as a logo on paper. */
const SIDE = 1600

/** What a drawing may take once drawn, in pixels. */
const MOST_PIXELS = 40_000_000

/**
 * An SVG drawn as PNG, on a transparent ground. Nothing of its code is kept: what it would run, fetch or
 * embed as HTML is never drawn, since the renderer knows no scripts and reads no other file. Null for what cannot be drawn.
 */
export const drawSvg = async (svg: Buffer): Promise<Buffer | null> => {
  try {
    const { height, width } = await sharp(svg, { limitInputPixels: MOST_PIXELS }).metadata()
    const density = Math.min(4800, Math.max(1, (72 * SIDE) / Math.max(width, height)))

    return await sharp(svg, { density, limitInputPixels: MOST_PIXELS })
      .resize({ fit: 'inside', height: SIDE, width: SIDE })
      .png()
      .toBuffer()
  } catch {
    return null
  }
}
