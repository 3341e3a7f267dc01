import { useTranslations } from 'next-intl'

import { Badge } from '@/components/ui/Badge'
import { Heading } from '@/components/ui/Heading'
import { Progress } from '@/components/ui/Progress'
import { TextLink } from '@/components/ui/TextLink'
import { pathPath } from '@/domain/pages/addresses'
import type { DashboardPath } from '@/operations/learning/dashboardPaths'

/** The learning paths that a learner is on, each with how far they are. */
export const PathsOnWay = ({ paths }: { paths: readonly DashboardPath[] }) => {
  const t = useTranslations('path')

  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} size="small">
        {t('yours')}
      </Heading>
      <ul className="divide-y divide-line border-y border-line">
        {paths.map(({ id, slug, completedAt, percent, title }) => (
          <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4" key={id}>
            <TextLink
              className="inline-flex min-h-target min-w-48 flex-1 items-center font-semibold"
              href={pathPath(slug)}
              prefetch={false}
              variant="plain"
            >
              <bdi>{title}</bdi>
            </TextLink>
            {completedAt ? (
              <Badge tone="success">{t('done')}</Badge>
            ) : (
              <Progress className="max-w-60" label={t('progress')} value={percent} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
