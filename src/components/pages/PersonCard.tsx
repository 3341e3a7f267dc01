import type { Picture } from '@/domain/media/pictures'

import { Avatar } from '@/components/ui/Avatar'
import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

/** Somebody who teaches: picture, name and a line about them; the name leads to their page where there is one. */
export const PersonCard = ({
  name,
  headline,
  href,
  photo,
}: {
  headline: null | string
  href: null | string
  name: string
  photo: null | Picture
}) => (
  <Stack align="center" className="flex-nowrap" gap={4} row>
    <Avatar name={name} size="large" src={photo?.sources.at(0)?.url ?? photo?.url} />
    <div className="min-w-0">
      <Text size="large" strong>
        {href ? (
          <TextLink className="inline-flex min-h-target items-center" href={href}>
            <bdi>{name}</bdi>
          </TextLink>
        ) : (
          <bdi>{name}</bdi>
        )}
      </Text>
      {headline && (
        <Text dir="auto" tone="muted">
          {headline}
        </Text>
      )}
    </div>
  </Stack>
)
