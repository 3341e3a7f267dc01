import type Image from 'next/image'
import type { ComponentProps } from 'react'

type Given = Pick<ComponentProps<typeof Image>, 'alt' | 'className' | 'height' | 'style' | 'width'>

/** A picture in an island, as it is. Stands in for Next's, which an island gives none to scale. */
export default function DocumentImage({
  alt,
  className,
  height,
  src,
  style,
  width,
}: Given & { src: string }) {
  return (
    // eslint-disable-next-line @next/next/no-img-element -- it is what stands in for Next's.
    <img
      alt={alt}
      className={className}
      decoding="async"
      height={height}
      loading="lazy"
      src={src}
      style={style}
      width={width}
    />
  )
}
