import type { CalloutBlock, CodeSampleBlock, Course, EmbedBlock, Media } from '@payload-types'
import type { DefaultNodeTypes, SerializedBlockNode } from '@payloadcms/richtext-lexical'

import { RichText, type JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'

import { Prose } from '@/components/ui/Prose'
import { TextLink } from '@/components/ui/TextLink'
import { pictureOf } from '@/domain/media/pictures'
import { isSafeLink } from '@/domain/pages/embeds'

import { PictureImage } from '../media/PictureImage'
import { Callout, CodeSample, Embed } from '../pages/TextBlocks'

/** What the editor stores. */
export type FormattedContent = NonNullable<Course['description']>

const ROOMS: Readonly<Record<string, string>> = { courses: '/courses/', pages: '/' }

const addressOf = (relationTo: string, value: unknown): string => {
  const slug = typeof value === 'object' && value && 'slug' in value ? value.slug : null

  return typeof slug === 'string' ? `${ROOMS[relationTo] ?? '/'}${slug}` : '/'
}

const safe = (url: string | undefined): string => (url && isSafeLink(url) ? url : '/')

type Nodes = DefaultNodeTypes | SerializedBlockNode<CalloutBlock | CodeSampleBlock | EmbedBlock>

const converters: JSXConvertersFunction<Nodes> = ({ defaultConverters }) => ({
  ...defaultConverters,
  blocks: {
    callout: ({ node }: { node: SerializedBlockNode<CalloutBlock> }) => (
      <Callout {...node.fields} />
    ),
    codeSample: ({ node }: { node: SerializedBlockNode<CodeSampleBlock> }) => (
      <CodeSample {...node.fields} />
    ),
    embed: ({ node }: { node: SerializedBlockNode<EmbedBlock> }) => <Embed {...node.fields} />,
  },
  link: ({ node, nodesToJSX }) => {
    const { doc, linkType, newTab, url } = node.fields
    const href = linkType === 'internal' && doc ? addressOf(doc.relationTo, doc.value) : safe(url)

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
