import type { Course } from '@payload-types'

import { RichText } from '@payloadcms/richtext-lexical/react'

import { Prose } from '@/components/ui/Prose'

import { textConverters } from './textConverters'

/** What the editor stores. */
export type FormattedContent = NonNullable<Course['description']>

/** Text of the school's own, as the editor formatted it. Alignment is the converters' own: theirs knows which way a text runs. */
export const FormattedText = ({
  className,
  content,
}: {
  className?: string
  content: FormattedContent
}) => (
  <Prose className={className} dir="auto">
    <RichText converters={textConverters} data={content} disableContainer disableTextAlign />
  </Prose>
)
