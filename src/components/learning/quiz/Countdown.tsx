'use client'

import { Timer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'

import { Text } from '@/components/ui/Text'

import { timeLeft } from './answers'

/** Time in ms under which it is shown as pressing. */
const PRESSING = 60_000

/** The time an attempt has left by the server's `clock` (ms); calls `onOver` once, when it is over. */
export const Countdown = ({
  clock,
  deadlineAt,
  onOver,
}: {
  clock: () => number
  deadlineAt: string
  onOver: () => void
}) => {
  const t = useTranslations('learn')
  const ends = new Date(deadlineAt).getTime()
  const [left, setLeft] = useState(() => ends - clock())
  const over = useEffectEvent(onOver)
  useEffect(() => {
    const timer = setInterval(() => {
      const now = ends - clock()
      setLeft(now)
      if (now <= 0) {
        clearInterval(timer)
        over()
      }
    }, 500)

    return () => clearInterval(timer)
  }, [clock, ends])

  return (
    <Text
      as="div"
      className="inline-flex items-center gap-2 tabular-nums"
      role="timer"
      strong
      tone={left < PRESSING ? 'danger' : 'muted'}
    >
      <Timer aria-hidden className="size-5" strokeWidth={1.5} />
      <span>
        {t('quiz.timeLeft')} <bdi>{timeLeft(left)}</bdi>
      </span>
    </Text>
  )
}
