import type { JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'
import { RichText as Converted } from '@payloadcms/richtext-lexical/react'
import type { ComponentProps } from 'react'

import type { Picture } from '@/domain/media/pictures'

import { Prose } from './Prose'
import { TextLink } from './TextLink'

type State = ComponentProps<typeof Converted>['data']

const isState = (value: unknown): value is State =>
  typeof value === 'object' && value !== null && 'root' in value

const isSafe = (url: string): boolean => /^(?:https?:|mailto:|tel:|\/(?!\/)|#)/i.test(url)

const RENDERED_WIDTH = '(min-width: 46rem) 42.5rem, 92vw'

const convertersOf =
  (pictures: Readonly<Record<string, Picture>>): JSXConvertersFunction =>
  ({ defaultConverters }) => {
    const link: typeof defaultConverters.link = ({ node, nodesToJSX }) => {
      const children = nodesToJSX({ nodes: node.children })
      const { newTab, url } = node.fields
      if (!url || !isSafe(url)) {
        return <>{children}</>
      }

      return (
        <TextLink href={url} target={newTab ? '_blank' : undefined}>
          {children}
        </TextLink>
      )
    }

    return {
      ...defaultConverters,
      autolink: link as typeof defaultConverters.autolink,
      heading: ({ node, nodesToJSX }) => {
        const Tag = node.tag === 'h1' ? 'h2' : node.tag

        return <Tag>{nodesToJSX({ nodes: node.children })}</Tag>
      },
      link,
      relationship: () => null,
      upload: ({ node }) => {
        const id = typeof node.value === 'object' ? node.value.id : node.value
        const picture = pictures[String(id)]

        return picture ? (
          // eslint-free native image: renditions are made at upload, so there is nothing left to optimise.
          <img
            alt={picture.alt}
            decoding="async"
            height={picture.height}
            loading="lazy"
            sizes={RENDERED_WIDTH}
            src={picture.url}
            srcSet={picture.sources.map(({ url, width }) => `${url} ${width}w`).join(', ')}
            width={picture.width}
          />
        ) : null
      },
    }
  }

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
