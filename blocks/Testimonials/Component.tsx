import type { TestimonialsBlock } from '@payload-types'

import { Avatar } from '@/components/ui/Avatar'
import { cn } from '@/components/ui/classes'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Section } from '@/components/ui/Section'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import type { BlockProps } from '../props'

/** What learners say: one voice stands large, several side by side under hairlines. */
export const Testimonials = ({
  block: { heading, items },
  isJoined,
}: BlockProps<TestimonialsBlock>) => {
  const isOne = items.length === 1

  return (
    <Section className={isJoined ? 'pt-0' : undefined}>
      <Container>
        <Stack gap={8}>
          {heading && (
            <Heading dir="auto" level={2}>
              {heading}
            </Heading>
          )}
          <div
            className={cn(
              'grid gap-x-8 gap-y-12',
              items.length > 1 && 'md:grid-cols-2',
              items.length > 2 && items.length !== 4 && 'lg:grid-cols-3',
            )}
          >
            {items.map(({ id, name, quote, role }) => (
              <figure
                className="flex flex-col gap-6 border-t border-line-strong pt-6"
                key={id ?? name}
              >
                <blockquote className={isOne ? 'max-w-reading text-2xl' : 'text-lg'} dir="auto">
                  {quote}
                </blockquote>
                <figcaption className="mt-auto flex items-center gap-3">
                  <Avatar name={name} />
                  <div>
                    <Text strong>
                      <bdi>{name}</bdi>
                    </Text>
                    {role && (
                      <Text size="small" tone="muted">
                        <bdi>{role}</bdi>
                      </Text>
                    )}
                  </div>
                </figcaption>
              </figure>
            ))}
          </div>
        </Stack>
      </Container>
    </Section>
  )
}
