import type { Block } from 'payload'

import { Callout } from './Callout/config'
import { CallToAction } from './CallToAction/config'
import { CodeSample } from './CodeSample/config'
import { CourseGrid } from './CourseGrid/config'
import { Embed } from './Embed/config'
import { Faq } from './Faq/config'
import { Formula, InlineFormula } from './Formula/config'
import { Hero } from './Hero/config'
import { Pricing } from './Pricing/config'
import { RichText } from './RichText/config'
import { Testimonials } from './Testimonials/config'
import { Video } from './Video/config'

/** What a page is made of, in the order the admin offers it. */
export const blocks: Block[] = [
  Hero,
  RichText,
  CourseGrid,
  Pricing,
  Testimonials,
  Faq,
  Video,
  CallToAction,
]

/** What may stand between the paragraphs of a rich text. */
export const richTextBlocks: Block[] = [Callout, CodeSample, Formula, Embed]

export { columnsWith } from './Columns/config'

/** What may stand within a line of it. */
export const inlineBlocks: Block[] = [InlineFormula]
