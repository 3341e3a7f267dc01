import sharp from 'sharp'

/**
 * The size in which an image is seen, in pixels: a camera that was held upright writes the picture lying,
 * and beside it how to turn it. Takes bytes or the path of a file; null for what is no image.
 */
export const uprightSize = async (
  image: Buffer | string,
): Promise<null | { height: number; width: number }> => {
  try {
    const { autoOrient } = await sharp(image, { limitInputPixels: false }).metadata()

    return autoOrient
  } catch {
    return null
  }
}
