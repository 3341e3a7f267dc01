import { MessagesSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import type { DiscussedCourse } from '@/operations/community/place'
import type { ShownPost } from '@/operations/community/posts'
import type { Room } from '@/operations/community/room'

import { ClosedNote } from './ClosedNote'
import { MarkRead } from './MarkRead'
import { NewPost } from './NewPost'
import { PostRow } from './PostRow'

/** A cohort's discussion: a box to write in, and a page of its posts. */
export const DiscussionView = ({
  course,
  isFirst,
  next,
  posts,
  room,
}: {
  course: DiscussedCourse
  /** Whether it is the first page. */
  isFirst: boolean
  next: null | string
  posts: readonly ShownPost[]
  room: Room
}) => {
  const t = useTranslations('discussion')
  const { cohort } = room
  const path = `/learn/${course.slug}/discussion`
  const here = `${path}?cohort=${cohort.id}`

  return (
    <>
      <div className="flex flex-col gap-2">
        <Breadcrumb
          items={[{ href: `/learn/${course.slug}`, label: course.title }, { label: t('title') }]}
        />
        <Heading level={1}>{t('title')}</Heading>
        <Text tone="muted">
          <bdi>{cohort.name}</bdi> · {t('lead')}
        </Text>
      </div>
      <ClosedNote room={room} />
      {room.mayWrite && isFirst && <NewPost path={`/api/cohorts/${cohort.id}/discussion`} />}
      {posts.length > 0 ? (
        <ul aria-label={t('posts')} className="divide-y divide-line border-y border-line">
          {posts.map((post) => (
            <li key={post.id}>
              <PostRow href={`${path}/${post.id}`} post={post} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          body={room.mayWrite ? t('emptyBody') : undefined}
          icon={MessagesSquare}
          title={t('emptyTitle')}
        />
      )}
      {(next ?? !isFirst) && (
        <nav aria-label={t('pages')} className="flex flex-wrap justify-between gap-3">
          {isFirst ? (
            <span />
          ) : (
            <ButtonLink href={here} variant="secondary">
              {t('newest')}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={`${here}&after=${encodeURIComponent(next)}`} variant="secondary">
              {t('older')}
            </ButtonLink>
          )}
        </nav>
      )}
      {isFirst && room.space && <MarkRead cohort={cohort.id} until={room.now} />}
    </>
  )
}
