'use client'

import { ArrowLeft, ArrowRight, Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Text } from '@/components/ui/Text'
import { useToast } from '@/components/ui/Toast'
import type { Completion } from '@/domain/learning/completion'

import { LessonKeys } from './keyboard/LessonKeys'
import { useLessonProgress } from './LessonProgress'

type BarProps = {
  /** What completes the lesson; null where nobody's progress is kept. */
  completion: Completion | null
  /** The course's slug. */
  course: string
  isLocked: boolean
  lesson: string
  next: null | { id: string; title: string }
  previous: null | { id: string; title: string }
}

/** The bar under a lesson: back, done, on. What there is to do next is the button that stands out. */
export const LessonBar = ({ completion, course, isLocked, lesson, next, previous }: BarProps) => {
  const t = useTranslations('learn')
  const shell = useTranslations('shell')
  const { isCompleted } = useLessonProgress()
  const isDone = isCompleted(lesson)
  const onwards = isDone || (completion === null && !isLocked) ? 'primary' : 'secondary'

  return (
    <nav
      aria-label={t('between')}
      className="sticky bottom-0 z-10 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] print:hidden"
    >
      <div className="mx-auto grid max-w-player grid-cols-[auto_1fr_auto] items-center md:grid-cols-[1fr_auto_1fr] gap-2 px-gutter py-2">
        <div className="flex items-center gap-1">
          {previous && (
            <ButtonLink
              aria-label={`${t('previous')}: ${previous.title}`}
              className="max-md:size-target max-md:p-0"
              href={`/learn/${course}/${previous.id}`}
              prefetch={false}
              variant="quiet"
            >
              <ArrowLeft aria-hidden className="size-5 rtl:rotate-180" strokeWidth={1.5} />
              <span className="max-md:hidden">{t('previous')}</span>
            </ButtonLink>
          )}
          <LessonKeys
            next={next && `/learn/${course}/${next.id}`}
            previous={previous && `/learn/${course}/${previous.id}`}
          />
        </div>
        <div className="flex justify-center">
          {completion && <DoneState completion={completion} isDone={isDone} lesson={lesson} />}
        </div>
        {next ? (
          <ButtonLink
            aria-label={`${t('next')}: ${next.title}`}
            className="justify-self-end px-4 md:px-6"
            href={`/learn/${course}/${next.id}`}
            prefetch={false}
            variant={onwards}
          >
            <span className="max-md:hidden">{t('next')}</span>
            <span className="md:hidden">{t('nextShort')}</span>
            <ArrowRight aria-hidden className="size-5 rtl:rotate-180" strokeWidth={1.5} />
          </ButtonLink>
        ) : (
          <ButtonLink
            className="justify-self-end px-4 md:px-6"
            href="/dashboard"
            prefetch={false}
            variant={onwards}
          >
            {shell('dashboard')}
          </ButtonLink>
        )}
      </div>
    </nav>
  )
}

const DoneState = ({
  completion,
  isDone,
  lesson,
}: {
  completion: NonNullable<BarProps['completion']>
  isDone: boolean
  lesson: string
}) => {
  const t = useTranslations('learn')
  const { share } = useLessonProgress()
  if (isDone) {
    return (
      <Text
        as="span"
        className="inline-flex min-h-target animate-rise-in items-center gap-2"
        strong
        tone="success"
      >
        <Check aria-hidden className="size-5" strokeWidth={1.5} />
        {t('completed')}
      </Text>
    )
  }
  const { percent, rule } = completion
  if (rule === 'manual') {
    return <MarkDone lesson={lesson} />
  }
  if (rule === 'passed') {
    return null
  }
  const seen = Math.floor(share * 100)

  return rule === 'seen' && share > 0 ? (
    <Text as="span" className="tabular-nums" size="small" tone="muted">
      {t('watched', { percent: seen })}
    </Text>
  ) : (
    <Text as="span" className="text-center text-balance max-md:hidden" size="small" tone="muted">
      {t(`completes.${rule}`, { percent })}
    </Text>
  )
}

/** Says that the lesson is done; what was said without a network is said again once there is one. */
const MarkDone = ({ lesson }: { lesson: string }) => {
  const t = useTranslations('learn')
  const toast = useToast()
  const sentence = useErrorText()
  const { markCompleted } = useLessonProgress()
  const [isSending, setSending] = useState(false)
  const [isOwed, setOwed] = useState(false)

  const markDone = async () => {
    setSending(true)
    const answer = await callApi('/api/progress/completed', { body: { lesson } })
    setSending(false)
    setOwed(!answer.ok && answer.code === 'offline')
    if (answer.ok) {
      markCompleted(lesson)
    } else {
      toast({ title: sentence(answer.code), tone: 'danger' })
    }
  }

  const goOn = useEffectEvent(() => void markDone())

  useEffect(() => {
    if (!isOwed) {
      return
    }
    const again = () => goOn()
    addEventListener('online', again)

    return () => removeEventListener('online', again)
  }, [isOwed])

  return (
    <Button className="px-4 md:px-6" loading={isSending} onClick={() => void markDone()}>
      <Check aria-hidden className="size-5" strokeWidth={1.5} />
      {t('complete')}
    </Button>
  )
}
