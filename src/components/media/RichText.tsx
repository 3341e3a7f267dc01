import type { JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'
import { RichText as Converted } from '@payloadcms/richtext-lexical/react'
import type { ComponentProps, ReactNode } from 'react'

import { Prose } from '@/components/ui/Prose'
import { TextLink } from '@/components/ui/TextLink'
import type { Picture } from '@/domain/media/pictures'

import { PictureImage } from './PictureImage'

type State = ComponentProps<typeof Converted>['data']

const isState = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && 'root' in value

const isSafe = (url: string): boolean => /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i.test(url)

const RENDERED_WIDTH = '(min-width: 46rem) 42.5rem, 92vw'

const SafeLink = ({
  children,
  newTab,
  url,
}: {
  children: ReactNode
  newTab?: boolean | null
  url?: null | string
}) =>
  url && isSafe(url) ? (
    <TextLink href={url} target={newTab ? '_blank' : undefined}>
      {children}
    </TextLink>
  ) : (
    children
  )

const convertersOf =
  (pictures: Readonly<Record<string, Picture>>): JSXConvertersFunction =>
  ({ defaultConverters }) => ({
      ...defaultConverters,
      autolink: ({ node, nodesToJSX }) => (
        <SafeLink {...node.fields}>{nodesToJSX({ nodes: node.children })}</SafeLink>
      ),
      heading: ({ node, nodesToJSX }) => {
        const Tag = node.tag === 'h1' ? 'h2' : node.tag

        return <Tag>{nodesToJSX({ nodes: node.children })}</Tag>
      },
      link: ({ node, nodesToJSX }) => (
        <SafeLink {...node.fields}>{nodesToJSX({ nodes: node.children })}</SafeLink>
      ),
      relationship: () => null,
      upload: ({ node }) => {
        const id = typeof node.value === 'object' ? node.value.id : node.value
        const picture = pictures[String(id)]

        return picture ? <PictureImage picture={picture} sizes={RENDERED_WIDTH} /> : null
      },
  })

/**
 * What authors wrote in the editor, set for reading. Images come from `pictures` by their ids; one that is not there is left out, and so is
 * a link that leads nowhere safe. Nothing at all when `data` is no text.
 */
export const RichText = ({
  className,
  data,
  pictures = {},
}: {
  className?: string
  data: unknown
  pictures?: Readonly<Record<string, Picture>>
}) =>
  isState(data) ? (
    <Prose className={className}>
      <Converted converters={convertersOf(pictures)} data={data} disableContainer />
    </Prose>
  ) : null
