'use client'

import { useTranslations } from 'next-intl'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { DateTime } from '@/components/ui/DateTime'
import { Heading } from '@/components/ui/Heading'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'

import { SubmissionCard } from './SubmissionCard'
import { useWork } from './useWork'
import { WorkForm } from './WorkForm'

/** A learner's work in an assignment: what is to be done now, and what was handed in before. */
export const Assignment = ({ lesson }: { lesson: string }) => {
  const t = useTranslations('learn.assignment')
  const common = useTranslations('common')
  const say = useErrorText()
  const { type, add, error, handIn, isHandingIn, reload, remove, saving, text, work } =
    useWork(lesson)
  if (!work) {
    return error ? (
      <Alert
        action={
          <Button onClick={() => void reload()} size="small" variant="secondary">
            {common('tryAgain')}
          </Button>
        }
        tone="danger"
      >
        {t('failed')}
      </Alert>
    ) : (
      <Opening />
    )
  }
  const { closed, draft, due, submissions } = work
  const isReturned = closed === null && submissions.at(-1)?.state === 'returned'

  return (
    <section aria-labelledby="work" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Heading id="work" level={2}>
          {t('title')}
        </Heading>
        {due && (
          <Text as="span" size="small">
            {t('due')}: <DateTime show="dateTime" value={due} />
          </Text>
        )}
      </div>
      {error && <Alert tone="danger">{say(error)}</Alert>}
      {isReturned && (
        <Alert isQuiet title={t('returnedTitle')} tone="warning">
          {t('returnedBody')}
        </Alert>
      )}
      {draft ? (
        <WorkForm
          isHandingIn={isHandingIn}
          key={work.next}
          lesson={lesson}
          onArrived={add}
          onHandIn={() => void handIn()}
          onRemove={(file) => void remove(file)}
          onType={type}
          saving={saving}
          text={text}
          work={{ ...work, draft }}
        />
      ) : (
        closed &&
        !(closed === 'once' && submissions.at(-1)?.state === 'graded') && (
          <Alert tone={closed === 'late' ? 'warning' : 'info'}>{t(`closed.${closed}`)}</Alert>
        )
      )}
      {submissions.length > 0 && (
        <div className="flex flex-col gap-4">
          <Heading level={3} size="small">
            {t('past')}
          </Heading>
          {submissions.toReversed().map((submission) => (
            <SubmissionCard
              assignment={work.assignment}
              key={submission.id}
              onReplied={() => void reload()}
              submission={submission}
            />
          ))}
        </div>
      )}
    </section>
  )
}

const Opening = () => {
  const t = useTranslations('learn.assignment')

  return (
    <div aria-busy aria-label={t('opening')} className="flex flex-col gap-4" role="status">
      <Skeleton className="h-6 w-1/3" />
      <Skeleton className="h-48" />
      <Skeleton className="h-14 w-32" />
    </div>
  )
}
