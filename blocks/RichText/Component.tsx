import type { RichTextBlock } from '@payload-types'

import { FormattedText } from '@/components/catalog/FormattedText'
import { Container } from '@/components/ui/Container'
import { Section } from '@/components/ui/Section'

import type { BlockProps } from '../props'

/** Formatted text in a reading column. */
export const RichText = ({ block: { content } }: BlockProps<RichTextBlock>) => (
  <Section>
    <Container size="reading">
      <FormattedText content={content} />
    </Container>
  </Section>
)
