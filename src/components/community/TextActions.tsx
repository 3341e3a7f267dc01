'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Button } from '@/components/ui/Button'
import { Menu, MenuItem } from '@/components/ui/Menu'
import type { PostAction } from '@/domain/community/posts'
import type { ShownPost } from '@/operations/community/posts'
import type { ShownText } from '@/operations/community/shown'

import { DeleteDialog } from './DeleteDialog'
import { ReasonDialog } from './ReasonDialog'
import { useAct } from './useAct'

type Steps = Pick<ShownPost, 'isLocked' | 'isPinned'>

/** What a moderator can do with something as it stands; `post` is missing for a reply. */
const stepsOf = ({ removedBy }: Pick<ShownText, 'removedBy'>, post?: Steps): PostAction[] => {
  if (removedBy !== null) {
    return ['restore']
  }
  const order: PostAction[] = post
    ? [post.isPinned ? 'unpin' : 'pin', post.isLocked ? 'unlock' : 'lock']
    : []

  return [...order, 'remove']
}

/** What the reader can do with a post or a reply; nothing where that is nothing. `leaveTo` is where one goes when it is gone. */
export const TextActions = ({
  leaveTo,
  onEdit,
  path,
  post,
  text,
}: {
  leaveTo?: string
  onEdit: () => void
  path: string
  post?: Steps
  text: ShownText
}) => {
  const t = useTranslations('discussion')
  const { act, error, isBusy } = useAct()
  const [asking, setAsking] = useState<'delete' | 'remove' | null>(null)
  const close = (isDone: boolean) => isDone && setAsking(null)
  const moderate = async (action: PostAction, reason?: string) =>
    act(`${path}/moderation`, { body: { action, reason } })
  const steps = text.mayModerate ? stepsOf(text, post) : []
  if (!text.mayEdit && !text.mayDelete && steps.length === 0) {
    return null
  }
  const name = text.author?.name ?? t('formerMember')

  return (
    <>
      <Menu
        trigger={
          <Button
            aria-label={t(post ? 'postActions' : 'replyActions', { name })}
            loading={isBusy && asking === null}
            size="icon"
            variant="quiet"
          >
            <Ellipsis aria-hidden className="size-5" strokeWidth={1.5} />
          </Button>
        }
      >
        {text.mayEdit && <MenuItem onSelect={onEdit}>{t('edit')}</MenuItem>}
        {text.mayDelete && <MenuItem onSelect={() => setAsking('delete')}>{t('delete')}</MenuItem>}
        {steps.map((step) => (
          <MenuItem
            key={step}
            onSelect={() => (step === 'remove' ? setAsking('remove') : void moderate(step))}
          >
            {t(step)}
          </MenuItem>
        ))}
      </Menu>
      {asking === 'delete' && (
        <DeleteDialog
          error={error}
          isBusy={isBusy}
          onClose={() => setAsking(null)}
          onDelete={() => void act(path, { method: 'DELETE' }, leaveTo).then(close)}
        />
      )}
      {asking === 'remove' && (
        <ReasonDialog
          error={error}
          isBusy={isBusy}
          onClose={() => setAsking(null)}
          onRemove={(reason) => void moderate('remove', reason).then(close)}
        />
      )}
    </>
  )
}
