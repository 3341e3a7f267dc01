/** A width and a height, in the unit of whoever asks. */
export type Box = { height: number; width: number }

/** A logo of this shape, so many times as wide as high, keeps the height it is asked for. */
const USUAL_SHAPE = 4

/**
 * The size at which a logo weighs as much as others do: all shapes cover about the same area, so that a tall or square mark is not lost
 * beside a long one. `height` is that of a logo four times as wide as high; none gets higher than `highest` nor wider than `widest`.
 */
export const logoBox = (
  image: Box,
  { height, highest, widest }: { height: number; highest: number; widest: number },
): Box => {
  const shape = image.width / image.height
  const high = Math.min(highest, height * Math.sqrt(USUAL_SHAPE / shape), widest / shape)

  return { height: Math.round(high), width: Math.round(high * shape) }
}
