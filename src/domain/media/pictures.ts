import type { Avif, AvifSource } from './avif'

type Rendition = { url?: null | string; width?: null | number }

/** What is known of an uploaded image: the file itself and its smaller renditions. */
export type ImageFile = Rendition & {
  alt?: null | string
  /** `Avif`, as the row keeps it. */
  avif?: unknown
  height?: null | number
  sizes?: null | Partial<Record<'large' | 'medium' | 'small', null | Rendition>>
}

/** An image as pages show it; sizes in pixels, `sources` from small to large, and `avif` where it is kept so, too. */
export type Picture = {
  alt: string
  avif: { url: string; width: number }[]
  height: number
  sources: { url: string; width: number }[]
  url: string
  width: number
}

const sourcesOf = (avif: unknown): AvifSource[] => (avif as Avif | null | undefined)?.sources ?? []

/** The address of another file of the same row: the same version of it, from the same place. */
const beside = (url: string, filename: string): string =>
  url.replace(/\/api\/media\/file\/[^?]+/, `/api/media/file/${filename}`)

/** Pictures by the ids of their files. */
export type Pictures = Readonly<Record<string, Picture>>

/** A picture from an uploaded image; null for what has no size of its own, such as a video, and for what may not be seen. */
export const pictureOf = (file: ImageFile | null | string | undefined): null | Picture => {
  if (!file || typeof file === 'string' || !file.url || !file.width || !file.height) {
    return null
  }
  const { alt, avif, height, sizes, url, width } = file
  const renditions = [sizes?.small, sizes?.medium, sizes?.large].flatMap((one) =>
    one?.url && one.width ? [{ url: one.url, width: one.width }] : [],
  )
  const largest = renditions.at(-1)

  return {
    alt: alt ?? '',
    avif: sourcesOf(avif).map((one) => ({ url: beside(url, one.filename), width: one.width })),
    height,
    sources: largest && largest.width >= width ? renditions : [...renditions, { url, width }],
    url,
    width,
  }
}
