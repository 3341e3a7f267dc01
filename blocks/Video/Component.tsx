import type { VideoBlock } from '@payload-types'

import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { BlockProps } from '../props'

/** A public video, played in place; nothing while the file is not public. */
export const Video = ({ block: { caption, heading, video } }: BlockProps<VideoBlock>) => {
  if (typeof video === 'string' || !video.url) {
    return null
  }

  return (
    <Section ground="sunken">
      <Container size="player">
        <Stack gap={6}>
          {heading && (
            <Heading dir="auto" level={2}>
              {heading}
            </Heading>
          )}
          <figure className="flex flex-col gap-3">
            <video
              aria-label={video.alt || heading || caption || undefined}
              className="aspect-video w-full rounded-card bg-raised"
              controls
              playsInline
              preload="metadata"
              src={video.url}
            />
            {caption && (
              <figcaption>
                <Text dir="auto" size="small" tone="muted">
                  {caption}
                </Text>
              </figcaption>
            )}
          </figure>
        </Stack>
      </Container>
    </Section>
  )
}
