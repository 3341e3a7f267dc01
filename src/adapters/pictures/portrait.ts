import sharp from 'sharp'

/** Pixels of a side, enough for the largest place it is shown in on a dense screen. */
export const PORTRAIT_SIDE = 512

/** Larger images are refused unread: unpacked, they would take hundreds of megabytes. */
const MOST_PIXELS = 60_000_000

/** What is taken for a photograph; among them nothing that can carry a script or refer to other files. */
const FORMATS: readonly string[] = ['gif', 'heif', 'jpeg', 'png', 'webp']

/**
 * A person's picture out of any photograph: upright, cut to a square around what draws the eye, WebP,
 * and with nothing left of what the camera wrote down (EXIF, place, profile). Null for what is no
 * image that can be read.
 */
export const portraitFrom = async (bytes: Buffer): Promise<Buffer | null> => {
  try {
    const photo = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    const { format } = await photo.metadata()
    if (!FORMATS.includes(format)) {
      return null
    }

    return await photo
      .autoOrient()
      .resize(PORTRAIT_SIDE, PORTRAIT_SIDE, { fit: 'cover', position: 'attention' })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    return null
  }
}
