import { Lock, MessageCircle, Pin } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { excerptOf } from '@/domain/community/markup'
import type { ShownPost } from '@/operations/community/posts'

import { AuthorLine } from './AuthorLine'

/** Characters of a post that a list shows. */
const LONGEST_EXCERPT = 240
const LONGEST_NAME = 160

/** A post in the list of its discussion. */
export const PostRow = ({ href, post }: { href: string; post: ShownPost }) => {
  const t = useTranslations('discussion')
  const { body, isLocked, isPinned, removedBy, replies, title } = post
  const gone = removedBy === 'author' ? t('removedByAuthor') : t('removedByStaff')
  const name = title ?? (body ? excerptOf(body, LONGEST_NAME) : gone)
  const excerpt = title ? excerptOf(body, LONGEST_EXCERPT) : ''
  const mark = 'inline-flex items-center gap-1.5'

  return (
    <article className="flex flex-col gap-3 py-6">
      <AuthorLine of={post} />
      <div className="flex flex-col gap-1">
        <Heading className="wrap-anywhere" level={2} size={title ? 'small' : 'label'}>
          <TextLink
            className="inline-flex min-h-target items-center hover:text-accent-text"
            dir="auto"
            href={href}
            prefetch={false}
            variant="plain"
          >
            {name}
          </TextLink>
        </Heading>
        {excerpt && (
          <Text className="wrap-anywhere" dir="auto" tone="muted">
            {excerpt}
          </Text>
        )}
      </div>
      <Text className="flex flex-wrap items-center gap-x-4 gap-y-1" size="small" tone="muted">
        <span className={mark}>
          <MessageCircle aria-hidden className="size-4" strokeWidth={1.5} />
          {t('replies', { count: replies })}
        </span>
        {isPinned && (
          <span className={mark}>
            <Pin aria-hidden className="size-4" strokeWidth={1.5} />
            {t('pinned')}
          </span>
        )}
        {isLocked && (
          <span className={mark}>
            <Lock aria-hidden className="size-4" strokeWidth={1.5} />
            {t('locked')}
          </span>
        )}
        {removedBy !== null && name !== gone && <span>{gone}</span>}
      </Text>
    </article>
  )
}
