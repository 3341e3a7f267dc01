import { useTranslations } from 'next-intl'

import { DateTime } from '@/components/ui/DateTime'
import type { Locked } from '@/operations/learning/outline'

/** In a few words why a lesson is closed, or when it opens; in the reader's time zone. */
export const LockWords = ({ lockedReason, needs, opensAt }: Locked) => {
  const t = useTranslations('learn')
  if (lockedReason === 'notYet' && opensAt) {
    return (
      <span>
        {t('lock.notYet')} <DateTime show="dateTime" value={opensAt} />
      </span>
    )
  }
  if (needs) {
    const { percent, title } = needs

    return percent === null ? t('lock.after', { title }) : t('lock.grade', { percent, title })
  }

  return lockedReason === 'paused' || lockedReason === 'ended'
    ? t(`lock.${lockedReason}`)
    : t('locked')
}
