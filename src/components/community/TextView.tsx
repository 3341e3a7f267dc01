'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Text } from '@/components/ui/Text'
import type { ShownPost } from '@/operations/community/posts'
import type { ShownText } from '@/operations/community/shown'

import { AuthorLine } from './AuthorLine'
import { TextActions } from './TextActions'
import { TextBody } from './TextBody'
import { useAct } from './useAct'
import { WriteForm } from './WriteForm'

/** That something was removed, and why, as far as the reader may know. */
const RemovedNote = ({ text: { reason, removedBy } }: { text: ShownText }) => {
  const t = useTranslations('discussion')
  if (removedBy === null) {
    return null
  }
  if (reason) {
    return (
      <Alert isQuiet title={t('removedByStaff')} tone="warning">
        <bdi className="wrap-anywhere">{reason}</bdi>
      </Alert>
    )
  }

  return <Text tone="muted">{t(removedBy === 'staff' ? 'removedByStaff' : 'removedByAuthor')}</Text>
}

/** A post or a reply on the page of its post: read, changed in its place, and moderated. */
export const TextView = ({
  leaveTo,
  path,
  post,
  text,
}: {
  leaveTo?: string
  path: string
  /** Missing for a reply. */
  post?: ShownPost
  text: ShownText
}) => {
  const t = useTranslations('discussion')
  const { act, error, isBusy } = useAct()
  const [isEditing, setEditing] = useState(false)

  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-start justify-between gap-2">
        <AuthorLine of={text} />
        <TextActions
          leaveTo={leaveTo}
          onEdit={() => setEditing(true)}
          path={path}
          post={post}
          text={text}
        />
      </div>
      <RemovedNote text={text} />
      {isEditing ? (
        <WriteForm
          error={error}
          hasTitle={post !== undefined}
          initial={{ body: text.body, title: post?.title ?? '' }}
          isBusy={isBusy}
          label={t(post ? 'yourPost' : 'yourReply')}
          onCancel={() => setEditing(false)}
          onSend={async ({ body, title }) => {
            const isTaken = await act(path, {
              body: post ? { body, title } : { body },
              method: 'PATCH',
            })
            setEditing(!isTaken)

            return isTaken
          }}
          submit={t('save')}
        />
      ) : (
        text.body && <TextBody text={text.body} />
      )}
    </div>
  )
}
