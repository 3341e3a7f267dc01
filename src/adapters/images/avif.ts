import sharp from 'sharp'

import { avifWidths } from '@/domain/media/avif'

/** What an image may take once drawn, in pixels. */
const MOST_PIXELS = 100_000_000

/** Looks like WebP of quality 80, at about two thirds of its bytes; more effort costs seconds and saves little. */
const QUALITY = { effort: 4, quality: 55 }

/**
 * An image in AVIF, in each width that it is shown in, upright and without what the camera wrote into it.
 * Null for what is no image, and for moving ones, which would stand still.
 */
export const drawAvif = async (
  image: Buffer,
): Promise<{ data: Buffer; width: number }[] | null> => {
  const { autoOrient, pages = 1 } = await sharp(image, { limitInputPixels: MOST_PIXELS })
    .metadata()
    .catch(() => ({ autoOrient: null, pages: 1 }))
  if (!autoOrient || pages > 1) {
    return null
  }
  const drawn = []
  try {
    for (const width of avifWidths(autoOrient.width)) {
      const data = await sharp(image, { limitInputPixels: MOST_PIXELS })
        .autoOrient()
        .resize({ width })
        .avif(QUALITY)
        .toBuffer()
      drawn.push({ data, width })
    }
  } catch {
    return null
  }

  return drawn
}
