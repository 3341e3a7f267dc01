/** One size of an image in AVIF: its file in the folder of the row, its width in pixels, and its bytes. */
export type AvifSource = { filename: string; filesize: number; width: number }

/** What was made of an image: `of` is the validator of the file it was made of, null where there was none. */
export type Avif = { of: null | string; sources: AvifSource[] }

const WIDTHS = [480, 960, 1600]

/** The widths in which an image of `width` pixels is made; none is wider than it is. */
export const avifWidths = (width: number): number[] => [
  ...WIDTHS.filter((one) => one < width),
  ...(width <= (WIDTHS.at(-1) ?? 0) ? [width] : []),
]

/** The name of a size: of the row and of the very bytes it was made of, so that no other file has it. */
export const avifName = ({
  id,
  digest,
  width,
}: {
  digest: string
  id: string
  width: number
}): string => `${id}-${digest.slice(0, 8)}-${width}.avif`

const NAME = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-[\da-f]{8}-\d{1,4}\.avif$/

/** The row that a file's name says it is a size of; null for any other name. */
export const rowOfAvif = (filename: string): null | string => NAME.exec(filename)?.[1] ?? null

/** Whether the sizes in AVIF are worth having: none takes more than the file of its width that there is already. */
export const isSmaller = (
  made: readonly Pick<AvifSource, 'filesize' | 'width'>[],
  known: readonly Pick<AvifSource, 'filesize' | 'width'>[],
): boolean =>
  made.every(({ filesize, width }) =>
    known.every((one) => one.width !== width || filesize < one.filesize),
  )
