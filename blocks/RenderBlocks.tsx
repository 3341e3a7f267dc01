import type { Page } from '@payload-types'

import type { School } from '@/operations/tenancy/school'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { withoutOpening } from '@/domain/pages/opening'

import type { BlockProps } from './props'

import { CallToAction } from './CallToAction/Component'
import { CourseGrid } from './CourseGrid/Component'
import { Faq } from './Faq/Component'
import { Hero } from './Hero/Component'
import { Pricing } from './Pricing/Component'
import { RichText } from './RichText/Component'
import { Testimonials } from './Testimonials/Component'
import { Video } from './Video/Component'

type AnyBlock = NonNullable<Page['layout']>[number]

/** Blocks that stand on the page's own ground. */
const PLAIN: readonly AnyBlock['blockType'][] = ['faq', 'pricing', 'richText', 'testimonials']

const isPlain = (block: AnyBlock | undefined): boolean =>
  block !== undefined && PLAIN.includes(block.blockType)

/**
 * A page from its blocks, in order. One that opens with a text stands under its title; one that opens without a hero gets
 * its title as a heading for those who hear it.
 */
export const RenderBlocks = ({
  layout,
  school,
  title,
}: {
  layout: Page['layout']
  school: School
  title: string
}) => {
  const blocks = layout ?? []

  return (
    <>
      <Opening block={blocks[0]} title={title} />
      {blocks.map((block, place) => (
        <OneBlock
          block={place === 0 ? underTitle(block, title) : block}
          isJoined={
            place === 0 ? opensWithText(block) : isPlain(block) && isPlain(blocks[place - 1])
          }
          isLead={place === 0}
          key={block.id ?? place}
          school={school}
        />
      ))}
    </>
  )
}

const opensWithText = (block: AnyBlock | undefined): boolean => block?.blockType === 'richText'

const underTitle = (block: AnyBlock, title: string): AnyBlock =>
  block.blockType === 'richText'
    ? { ...block, content: withoutOpening(block.content, title) }
    : block

const Opening = ({ block, title }: { block: AnyBlock | undefined; title: string }) => {
  if (opensWithText(block)) {
    return (
      <Container className="pt-12 pb-6 md:pt-20 md:pb-8" size="reading">
        <Heading dir="auto" level={1}>
          {title}
        </Heading>
      </Container>
    )
  }

  return (
    block?.blockType !== 'hero' && (
      <Heading className="sr-only" level={1}>
        {title}
      </Heading>
    )
  )
}

const OneBlock = ({ block, ...rest }: BlockProps<AnyBlock>) => {
  switch (block.blockType) {
    case 'callToAction':
      return <CallToAction block={block} {...rest} />
    case 'courseGrid':
      return <CourseGrid block={block} {...rest} />
    case 'faq':
      return <Faq block={block} {...rest} />
    case 'hero':
      return <Hero block={block} {...rest} />
    case 'pricing':
      return <Pricing block={block} {...rest} />
    case 'richText':
      return <RichText block={block} {...rest} />
    case 'testimonials':
      return <Testimonials block={block} {...rest} />
    case 'video':
      return <Video block={block} {...rest} />
  }
}
