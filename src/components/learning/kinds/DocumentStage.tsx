'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'

import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

import { useLessonProgress } from '../LessonProgress'

const Waiting = () => <Skeleton className="h-[70dvh] w-full" />

const PdfViewer = dynamic(
  () => import('../document/PdfViewer').then(({ PdfViewer: Viewer }) => Viewer),
  { loading: Waiting, ssr: false },
)
const PdfSlides = dynamic(
  () => import('../document/SlideShow').then(({ PdfSlides: Slides }) => Slides),
  { loading: Waiting, ssr: false },
)
const PictureSlides = dynamic(
  () => import('../document/SlideShow').then(({ PictureSlides: Slides }) => Slides),
  { loading: Waiting, ssr: false },
)

/** A lesson's pages or slides, from where its learner left them. Their code comes only where there are some. */
export const DocumentStage = ({
  isKept,
  lesson: { id, file, kind, slides, title },
}: {
  /** Whether the learner's progress is kept; not for visitors of a preview. */
  isKept: boolean
  lesson: SharedLesson['lesson']
}) => {
  const t = useTranslations('learn.document')
  const { learner } = useLessonProgress()
  if (!file && slides.length === 0) {
    return <Text tone="muted">{t('none')}</Text>
  }
  if (!learner) {
    return <Waiting />
  }
  const kept = {
    learner: isKept ? (learner.user?.id ?? null) : null,
    lesson: id,
    now: learner.now,
    startAt: learner.resumeAt,
    title,
  }
  if (!file) {
    return <PictureSlides slides={slides} {...kept} />
  }

  return kind === 'slides' ? (
    <PdfSlides src={file.src} {...kept} />
  ) : (
    <PdfViewer src={file.src} {...kept} />
  )
}
