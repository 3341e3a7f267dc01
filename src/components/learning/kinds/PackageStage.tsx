'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { useErrorText } from '@/components/shell/useErrorText'
import { callApi } from '@/components/shell/api'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import type { SharedLesson } from '@/operations/learning/lessonLearner'
import type { Launch, PackageTold } from '@/operations/learning/packages'

import { FullScreenButton } from '../document/FullScreenButton'
import { useFullScreen } from '../document/useFullScreen'
import { UnsavedNotice } from '../UnsavedNotice'
import { useLessonProgress } from '../LessonProgress'

const MARK = 'lesson-package'

type Message = { cmi?: object; kind?: string; mark?: string }

type StageProps = {
  /** Whether what is done in it is kept; not for authors who try it. */
  isKept: boolean
  lesson: SharedLesson['lesson']
}

/** A package that plays apart from the school, on a host of its own; it speaks to this page alone, and this page to the school. */
export const PackageStage = ({ isKept, lesson }: StageProps) => {
  const t = useTranslations('learn.package')
  const common = useTranslations('common')
  const sentence = useErrorText()
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ code: string } | { launch: Launch } | null>(null)
  const { id } = lesson
  const hasPackage = lesson.package !== null
  useEffect(() => {
    if (!hasPackage) {
      return
    }
    const control = new AbortController()
    const open = async () => {
      const answer = await callApi<Launch>(`/api/learn/packages/${id}`, {
        method: 'POST',
        signal: control.signal,
      })
      if (!control.signal.aborted) {
        setState(answer.ok ? { launch: answer.data } : { code: answer.code })
      }
    }
    void open()

    return () => control.abort()
  }, [hasPackage, id, round])
  if (!hasPackage) {
    return <Text tone="muted">{t('none')}</Text>
  }
  if (!state) {
    return <Skeleton className="h-[70dvh] w-full" />
  }

  return 'launch' in state ? (
    <Playing isKept={isKept} key={round} launch={state.launch} lesson={lesson} />
  ) : (
    <Alert
      action={
        <Button
          onClick={() => {
            setState(null)
            setRound(round + 1)
          }}
          size="small"
          variant="secondary"
        >
          {common('tryAgain')}
        </Button>
      }
      tone="danger"
    >
      {sentence(state.code)}
    </Alert>
  )
}

const Playing = ({
  isKept,
  launch: { cmi, origin, src, token },
  lesson: { id, title },
}: StageProps & { launch: Launch }) => {
  const t = useTranslations('learn')
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const { isFull, toggle } = useFullScreen(box)
  const { markCompleted } = useLessonProgress()
  const [isWaiting, setWaiting] = useState(false)
  const [score, setScore] = useState<null | number>(null)
  const tell = useEffectEvent(async (told: object): Promise<void> => {
    const answer = await callApi<PackageTold>('/api/progress/package', {
      body: { cmi: told, lesson: id, token },
    })
    setWaiting(!answer.ok)
    if (answer.ok) {
      setScore(answer.data.score)
      if (answer.data.completed) {
        markCompleted(id)
      }
    }
  })
  const heard = useEffectEvent(({ data, origin: from, source }: MessageEvent<Message>) => {
    const window = frame.current?.contentWindow
    if (from !== origin || source !== window || data.mark !== MARK) {
      return
    }
    if (data.kind === 'ready') {
      window?.postMessage({ cmi, kind: 'open', mark: MARK }, origin)
    } else if (data.kind === 'told' && data.cmi && isKept) {
      const { cmi: told } = data
      queue.current = queue.current.then(() => tell(told))
    }
  })
  useEffect(() => {
    const listen = (event: MessageEvent<Message>) => heard(event)
    addEventListener('message', listen)

    return () => removeEventListener('message', listen)
  }, [])

  return (
    <div className="flex flex-col gap-3">
      <div
        className="flex h-[calc(100dvh-14rem)] min-h-96 flex-col overflow-hidden rounded-card border border-line bg-surface"
        ref={box}
      >
        <iframe
          allow="autoplay; fullscreen"
          className="min-h-0 w-full flex-1"
          ref={frame}
          referrerPolicy="no-referrer"
          sandbox="allow-scripts allow-same-origin"
          src={src}
          title={title}
        />
        <div className="flex items-center gap-2 border-t border-line px-2 py-1">
          <Text
            as="span"
            className="flex-1 ps-2 tabular-nums"
            role="status"
            size="small"
            tone="muted"
          >
            {score === null ? '' : t('package.score', { percent: score })}
          </Text>
          <FullScreenButton isFull={isFull} toggle={toggle} />
        </div>
      </div>
      <UnsavedNotice isWaiting={isWaiting} />
    </div>
  )
}
