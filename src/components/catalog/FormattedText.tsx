import type { Course, Media } from '@payload-types'

import { RichText, type JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'

import { Prose } from '@/components/ui/Prose'
import { TextLink } from '@/components/ui/TextLink'
import { pictureOf } from '@/domain/media/pictures'

import { PictureImage } from '../media/PictureImage'

/** What the editor stores. */
export type FormattedContent = NonNullable<Course['description']>

const ROOMS: Readonly<Record<string, string>> = { courses: '/courses/', pages: '/' }

const addressOf = (relationTo: string, value: unknown): string => {
  const slug = typeof value === 'object' && value && 'slug' in value ? value.slug : null

  return typeof slug === 'string' ? `${ROOMS[relationTo] ?? '/'}${slug}` : '/'
}

const converters: JSXConvertersFunction = ({ defaultConverters }) => ({
  ...defaultConverters,
  link: ({ node, nodesToJSX }) => {
    const { doc, linkType, newTab, url } = node.fields
    const href =
      linkType === 'internal' && doc ? addressOf(doc.relationTo, doc.value) : (url ?? '/')

    return (
      <TextLink href={href} target={newTab ? '_blank' : undefined}>
        {nodesToJSX({ nodes: node.children })}
      </TextLink>
    )
  },
  upload: ({ node }) => {
    const picture = pictureOf(node.value as Media | string)

    return picture && <PictureImage picture={picture} sizes="(min-width: 720px) 680px, 100vw" />
  },
})

/** Text of the school's own, as the editor formatted it. */
export const FormattedText = ({
  className,
  content,
}: {
  className?: string
  content: FormattedContent
}) => (
  <Prose className={className} dir="auto">
    <RichText converters={converters} data={content} disableContainer />
  </Prose>
)
