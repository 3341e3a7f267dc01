import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { excerptOf } from '@/domain/community/markup'
import type { Thread } from '@/operations/community/comments'
import type { DiscussedCourse } from '@/operations/community/place'
import type { Room } from '@/operations/community/room'

import { ClosedNote } from './ClosedNote'
import { FollowSwitch } from './FollowSwitch'
import { NewText } from './NewText'
import { TextView } from './TextView'

const LONGEST_NAME = 60

/** A post and what was answered to it, with a box for another answer. */
export const ThreadView = ({
  course,
  isFirst,
  room,
  thread: { comments, isFollowing, next, post },
}: {
  course: DiscussedCourse
  /** Whether it is the first page of replies. */
  isFirst: boolean
  room: Room
  thread: Thread
}) => {
  const t = useTranslations('discussion')
  const list = `/learn/${course.slug}/discussion`
  const path = `/api/discussion/posts/${post.id}`
  const name = post.title ?? t('postBy', { name: post.author?.name ?? t('formerMember') })
  const isOpen = room.mayWrite && next === null && !post.isLocked && post.removedBy === null

  return (
    <>
      <div className="flex flex-col gap-2">
        <Breadcrumb
          items={[
            { href: `/learn/${course.slug}`, label: course.title },
            { href: `${list}?cohort=${room.cohort.id}`, label: t('title') },
            { label: <bdi className="wrap-anywhere">{excerptOf(name, LONGEST_NAME)}</bdi> },
          ]}
        />
        <Heading className="wrap-anywhere" dir="auto" level={1} size="heading">
          {name}
        </Heading>
      </div>
      <ClosedNote room={room} />
      <article aria-label={name}>
        <TextView
          key={post.editedAt}
          leaveTo={post.replies === 0 ? `${list}?cohort=${room.cohort.id}` : undefined}
          path={path}
          post={post}
          text={post}
        />
      </article>
      <section className="flex flex-col gap-4">
        <Heading level={2} size="small">
          {t('replies', { count: post.replies })}
        </Heading>
        {comments.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {comments.map((comment) => (
              <li className="py-6" key={comment.id}>
                <TextView
                  key={comment.editedAt}
                  path={`/api/discussion/comments/${comment.id}`}
                  text={comment}
                />
              </li>
            ))}
          </ul>
        )}
        {(next ?? !isFirst) && (
          <nav aria-label={t('pages')} className="flex flex-wrap justify-between gap-3">
            {isFirst ? (
              <span />
            ) : (
              <ButtonLink href={`${list}/${post.id}`} variant="secondary">
                {t('firstReplies')}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink
                href={`${list}/${post.id}?after=${encodeURIComponent(next)}`}
                variant="secondary"
              >
                {t('moreReplies')}
              </ButtonLink>
            )}
          </nav>
        )}
        {isOpen && (
          <NewText label={t('yourReply')} path={`${path}/comments`} submit={t('sendReply')} />
        )}
        {post.isLocked && (
          <Text className="flex items-center gap-2" tone="muted">
            <Lock aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />
            {t('lockedBody')}
          </Text>
        )}
        <FollowSwitch isFollowing={isFollowing} path={path} />
      </section>
    </>
  )
}
