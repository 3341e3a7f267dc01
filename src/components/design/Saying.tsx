'use client'

import { GraduationCap } from 'lucide-react'
import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import { Avatar } from '@/components/ui/Avatar'
import { Badge } from '@/components/ui/Badge'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { EmptyState } from '@/components/ui/EmptyState'
import { Money } from '@/components/ui/Money'
import { Progress } from '@/components/ui/Progress'
import { Skeleton } from '@/components/ui/Skeleton'
import { Spinner } from '@/components/ui/Spinner'

import { Row, Specimen } from './Specimen'

const TONES = ['info', 'success', 'warning', 'danger'] as const

/** What tells of states, people, amounts and times. */
export const Saying = () => {
  const t = useTranslations('design')

  return (
    <Specimen title={t('saying')}>
      <Row>
        <Badge>{t('level')}</Badge>
        <Badge tone="accent">{t('first')}</Badge>
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {t(tone)}
          </Badge>
        ))}
        <Avatar name={t('person')} />
        <Money amount={4900} currency="USD" />
        <Money amount={12_900} currency="ILS" struck />
        <DateTime timeZone="Asia/Jerusalem" value="2026-06-01T16:00:00Z" />
        <Spinner />
      </Row>
      <div className="grid gap-4 md:grid-cols-2">
        {TONES.map((tone) => (
          <Alert isQuiet key={tone} title={t(tone)} tone={tone}>
            {t('paragraph')}
          </Alert>
        ))}
      </div>
      <Progress label={t('progress')} value={62} />
      <Skeleton className="h-24 w-full" />
      <EmptyState
        action={<Button>{t('open')}</Button>}
        body={t('emptyBody')}
        icon={GraduationCap}
        level={3}
        title={t('emptyTitle')}
      />
    </Specimen>
  )
}
