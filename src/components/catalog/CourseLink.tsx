import type { ReactNode } from 'react'

import { cn } from '@/components/ui/classes'
import { TextLink } from '@/components/ui/TextLink'

/** The name of a course as a link to its page; words alone where visitors do not see the course any more. */
export const CourseLink = ({
  children,
  className,
  course: { slug, isShown },
}: {
  children: ReactNode
  className?: string
  course: { isShown: boolean; slug: string }
}) => {
  const style = cn('inline-flex min-h-target items-center', className)

  return isShown ? (
    <TextLink
      className={style}
      dir="auto"
      href={`/courses/${slug}`}
      prefetch={false}
      variant="plain"
    >
      {children}
    </TextLink>
  ) : (
    <span className={style} dir="auto">
      {children}
    </span>
  )
}
