import { useTranslations } from 'next-intl'

import { Avatar } from '@/components/ui/Avatar'
import { Badge } from '@/components/ui/Badge'
import { DateTime } from '@/components/ui/DateTime'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { ShownText } from '@/operations/community/shown'

/** Who wrote something and when, whether it was changed, and whether it is new to the reader. */
export const AuthorLine = ({
  of: { author, editedAt, isFresh, removedBy, writtenAt },
}: {
  of: Pick<ShownText, 'author' | 'editedAt' | 'isFresh' | 'removedBy' | 'writtenAt'>
}) => {
  const t = useTranslations('discussion')
  const name = author?.name ?? t('formerMember')

  return (
    <div className="flex min-w-0 items-center gap-3">
      <Avatar name={name} size="medium" src={author?.picture} />
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2">
          {author?.isShown ? (
            <TextLink
              className="font-semibold break-words"
              href={`/people/${author.id}`}
              prefetch={false}
              variant="plain"
            >
              <bdi>{name}</bdi>
            </TextLink>
          ) : (
            <Text as="span" className="break-words" strong>
              <bdi>{name}</bdi>
            </Text>
          )}
          {author?.isTeam && <Badge tone="accent">{t('team')}</Badge>}
          {isFresh && <Badge tone="info">{t('new')}</Badge>}
        </div>
        <Text size="small" tone="muted">
          <DateTime value={writtenAt} />
          {editedAt && removedBy === null && ` · ${t('edited')}`}
        </Text>
      </div>
    </div>
  )
}
