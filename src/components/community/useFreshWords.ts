import { useTranslations } from 'next-intl'

import { MOST_FRESH } from '@/domain/community/posts'

/** Says how many posts and replies are new, in a word or two. */
export const useFreshWords = (): ((fresh: number) => string) => {
  const t = useTranslations('learn')

  return (fresh) =>
    fresh > MOST_FRESH
      ? t('discussionManyNew', { count: MOST_FRESH })
      : t('discussionNew', { count: fresh })
}
