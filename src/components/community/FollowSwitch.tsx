'use client'

import { useTranslations } from 'next-intl'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Switch } from '@/components/ui/Switch'

import { useAct } from './useAct'

/** Whether the reader is told of replies to a post by mail. */
export const FollowSwitch = ({ isFollowing, path }: { isFollowing: boolean; path: string }) => {
  const t = useTranslations('discussion')
  const say = useErrorText()
  const { act, error, isBusy } = useAct()

  return (
    <>
      <Switch
        checked={isFollowing}
        disabled={isBusy}
        label={t('follow')}
        onCheckedChange={(wants) => void act(`${path}/follow`, { body: { isFollowing: wants } })}
      />
      {error && <Alert tone="danger">{say(error)}</Alert>}
    </>
  )
}
