import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/Badge'
import { TextLink } from '@/components/ui/TextLink'

import { useFreshWords } from './useFreshWords'

/** The way to the discussion of a learner's cohort in a list of courses, and what is new in it. */
export const DiscussionLine = ({ course, fresh }: { course: string; fresh: number }) => {
  const t = useTranslations('learn')
  const words = useFreshWords()

  return (
    <span className="flex flex-wrap items-center gap-2">
      <TextLink
        className="relative inline-flex min-h-target items-center text-sm"
        href={`/learn/${course}/discussion`}
        prefetch={false}
      >
        {t('discussion')}
      </TextLink>
      {fresh > 0 && <Badge tone="info">{words(fresh)}</Badge>}
    </span>
  )
}
