import { useTranslations } from 'next-intl'

import { Text } from '@/components/ui/Text'
import type { LessonKind } from '@/domain/catalog/lessons/kinds'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

import { Player } from '../player/Player'
import { DocumentStage } from './DocumentStage'
import { EmbedStage } from './EmbedStage'
import { LiveStage } from './LiveStage'
import { PackageStage } from './PackageStage'

type StageProps = {
  /** Whether the reader reads another language than the school's own. */
  isForeign: boolean
  /** Whether the learner's progress is kept; not for visitors of a preview. */
  isKept: boolean
  lesson: SharedLesson['lesson']
}

/** What stands above a lesson's title and takes the whole width there is; nothing where the lesson is about its text. */
const STAGES: Partial<Record<LessonKind, (props: StageProps) => React.ReactNode>> = {
  audio: ({ isForeign, isKept, lesson }) =>
    lesson.file && (
      <Player
        isForeign={isForeign}
        isKept={isKept}
        isSound
        lesson={lesson.id}
        source={lesson.file}
        title={lesson.title}
      />
    ),
  embed: ({ lesson }) => <EmbedStage lesson={lesson} />,
  live: ({ isForeign, isKept, lesson }) => (
    <>
      <LiveStage isKept={isKept} lesson={lesson} />
      {lesson.file && (
        <Player
          isForeign={isForeign}
          isKept={isKept}
          lesson={lesson.id}
          source={lesson.file}
          title={lesson.title}
        />
      )}
    </>
  ),
  pdf: ({ isKept, lesson }) => <DocumentStage isKept={isKept} lesson={lesson} />,
  scorm: ({ isKept, lesson }) => <PackageStage isKept={isKept} lesson={lesson} />,
  slides: ({ isKept, lesson }) => <DocumentStage isKept={isKept} lesson={lesson} />,
  video: ({ isForeign, isKept, lesson }) =>
    lesson.file && (
      <Player
        isForeign={isForeign}
        isKept={isKept}
        lesson={lesson.id}
        source={lesson.file}
        title={lesson.title}
      />
    ),
}

/** Kinds whose stage runs to the edges of a phone and stands above the title. */
const WIDE: readonly LessonKind[] = ['pdf', 'scorm', 'slides', 'video']

export const isWide = (kind: LessonKind): boolean => WIDE.includes(kind)

/** The film, recording, document or session that a lesson is about. */
export const LessonStage = (props: StageProps) => STAGES[props.lesson.kind]?.(props) ?? null

/** Says in words what is still missing of a lesson; its stage says it itself where it can. */
export const Missing = ({
  hasText,
  lesson,
}: {
  hasText: boolean
  lesson: SharedLesson['lesson']
}) => {
  const t = useTranslations('learn')
  const { file, kind, quiz, resources, survey } = lesson
  const missing: Partial<Record<LessonKind, null | string>> = {
    assignment: hasText ? null : t('nothingHere'),
    audio: file ? null : t('player.noSound'),
    download: resources.length > 0 ? null : t('resources.none'),
    quiz: quiz ? null : t('quiz.missing'),
    survey: survey?.questions.length ? null : t('nothingHere'),
    text: hasText ? null : t('nothingHere'),
    video: file ? null : t('player.none'),
  }
  const sentence = missing[kind]

  return sentence ? <Text tone="muted">{sentence}</Text> : null
}
