import type { Picture } from '@/domain/media/pictures'

import { cn } from '@/components/ui/classes'

const setOf = (sources: Picture['sources']): string =>
  sources.map(({ url, width }) => `${url} ${width}w`).join(', ')

/**
 * An uploaded image in the size the screen needs; `sizes` says how wide it stands, as in CSS. `eager`
 * is for the one that is in view at first. It keeps its place while it loads.
 */
export const PictureImage = ({
  className,
  decorative = false,
  eager = false,
  picture: { alt, avif, height, sources, url, width },
  sizes,
}: {
  className?: string
  /** True where the words beside it say it all. */
  decorative?: boolean
  eager?: boolean
  picture: Picture
  sizes: string
}) => (
  <picture className="contents">
    {avif.length > 0 && <source className="hidden" sizes={sizes} srcSet={setOf(avif)} type="image/avif" />}
    <img
      alt={decorative ? '' : alt}
      className={cn('h-auto w-full', className)}
      decoding="async"
      fetchPriority={eager ? 'high' : undefined}
      height={height}
      loading={eager ? 'eager' : 'lazy'}
      sizes={sizes}
      src={sources.at(0)?.url ?? url}
      srcSet={setOf(sources)}
      width={width}
    />
  </picture>
)
