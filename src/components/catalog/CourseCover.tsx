import type { Picture } from '@/domain/media/pictures'

import { cn } from '@/components/ui/classes'

import { PictureImage } from '../media/PictureImage'

/** A course's cover at 16 to 9, or its initial on the school's colour where it has none. Decorative: the title stands beside it. */
export const CourseCover = ({
  className,
  cover,
  eager,
  sizes,
  title,
}: {
  className?: string
  cover: null | Picture
  eager?: boolean
  sizes: string
  title: string
}) =>
  cover ? (
    <PictureImage
      className={cn('aspect-video object-cover', className)}
      decorative
      eager={eager}
      picture={cover}
      sizes={sizes}
    />
  ) : (
    <div
      aria-hidden
      className={cn(
        'flex aspect-video w-full items-center justify-center bg-accent-soft text-5xl font-semibold text-accent-text',
        className,
      )}
    >
      {[...title.trim()][0]?.toUpperCase()}
    </div>
  )
