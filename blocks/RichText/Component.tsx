import type { RichTextBlock } from '@payload-types'

import { FormattedText } from '@/components/catalog/FormattedText'
import { Container } from '@/components/ui/Container'
import { Section } from '@/components/ui/Section'

import type { BlockProps } from '../props'

/** Formatted text in a reading column. */
export const RichText = ({ block: { content }, isJoined }: BlockProps<RichTextBlock>) => (
  <Section className={isJoined ? 'pt-0' : undefined}>
    <Container size="reading">
      <FormattedText content={content} />
    </Container>
  </Section>
)
