import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

import { FormattedText, type FormattedContent } from '@/components/catalog/FormattedText'
import { Container } from '@/components/ui/Container'
import { Heading } from '@/components/ui/Heading'
import { Tabs } from '@/components/ui/Tabs'
import { Text } from '@/components/ui/Text'
import type { SharedLesson } from '@/operations/learning/lessonLearner'

import { Assignment } from './assignment/Assignment'
import { AssignmentFacts } from './assignment/AssignmentFacts'
import { CourseCompleted } from './CourseCompleted'
import { isWide, LessonStage, Missing } from './kinds/LessonStage'
import { ReadToEnd } from './kinds/ReadToEnd'
import { LockedLesson } from './LockedLesson'
import { TextNotes } from './notes/TextNotes'
import { PreviewNotice } from './PreviewNotice'
import { Quiz } from './quiz/Quiz'
import { ResourceList } from './ResourceList'
import { SurveyTaking } from './survey/SurveyTaking'

type ContentProps = {
  /** The lesson's text with its images in place. */
  body: unknown
  /** Whether completing the course earns one here. */
  hasCertificate: boolean
  /** Whether the reader reads another language than the school's own. */
  isForeign?: boolean
  /** What stands after the text in place of a quiz that counts, for an author who looks at a draft. */
  trial?: ReactNode
  view: SharedLesson
}

const isText = (body: unknown): body is FormattedContent =>
  typeof body === 'object' && body !== null && 'root' in body

/** The middle of the lesson page: what the lesson is about, its text and what goes with it; or why it is locked. */
export const LessonContent = ({
  body,
  hasCertificate,
  isForeign = false,
  trial,
  view,
}: ContentProps) => {
  const t = useTranslations('learn')
  const { completion, course, isEnrolled, lesson, lock, sections } = view
  if (lock) {
    return (
      <Container className="flex flex-1 flex-col py-8 md:py-12" size="reading">
        <Heading level={1} size="heading">
          {lesson.title}
        </Heading>
        <LockedLesson view={{ ...view, lock }} />
      </Container>
    )
  }
  const isTall = isWide(lesson.kind)
  const isAboutText = lesson.kind === 'text' && isText(body)

  return (
    <Container
      className={isTall ? 'pb-12 max-md:px-0 md:pt-6' : 'py-8 md:py-12'}
      size={isTall ? 'player' : 'reading'}
    >
      {isTall && (
        <LessonStage isForeign={isForeign} isKept={isEnrolled} key={lesson.id} lesson={lesson} />
      )}
      <div className={isTall ? 'flex flex-col gap-6 pt-6 max-md:px-gutter' : 'flex flex-col gap-6'}>
        <CourseCompleted
          hasCertificate={hasCertificate}
          lessons={sections.flatMap((section) => section.lessons)}
        />
        <Heading level={1} size={isTall ? 'heading' : 'title'}>
          {lesson.title}
        </Heading>
        <WithResources isKept={isEnrolled} lesson={lesson}>
          {!isTall && (
            <LessonStage
              isForeign={isForeign}
              isKept={isEnrolled}
              key={lesson.id}
              lesson={lesson}
            />
          )}
          {isText(body) &&
            (isAboutText && isEnrolled ? (
              <TextNotes key={lesson.id} lesson={lesson.id}>
                <FormattedText content={body} />
              </TextNotes>
            ) : (
              <FormattedText content={body} />
            ))}
          {isAboutText && isEnrolled && completion.rule === 'end' && (
            <ReadToEnd key={lesson.id} lesson={lesson.id} />
          )}
          {lesson.assignment && <AssignmentFacts assignment={lesson.assignment} />}
          {lesson.assignment && isEnrolled && <Assignment key={lesson.id} lesson={lesson.id} />}
          {lesson.survey && isEnrolled && (
            <SurveyTaking key={lesson.id} lesson={lesson.id} survey={lesson.survey} />
          )}
          {lesson.kind === 'quiz' && lesson.quiz && isEnrolled && (
            <Quiz key={lesson.id} lesson={lesson.id} quiz={lesson.quiz} />
          )}
          <Missing hasText={isText(lesson.body)} lesson={lesson} />
          {trial}
        </WithResources>
        {!isEnrolled && trial === undefined && <PreviewNotice course={course} />}
        {lesson.kind === 'video' && lesson.file && (
          <Text className="max-md:hidden print:hidden" size="small" tone="muted">
            {t('player.shortcuts')}
          </Text>
        )}
      </div>
    </Container>
  )
}

/** What the lesson says, beside what goes with it where there is something. */
const WithResources = ({
  children,
  isKept,
  lesson: { id, kind, resources },
}: {
  children: ReactNode
  isKept: boolean
  lesson: SharedLesson['lesson']
}) => {
  const t = useTranslations('learn.resources')
  if (resources.length === 0) {
    return children
  }
  const list = <ResourceList isKept={isKept} lesson={id} resources={resources} />
  if (kind === 'download') {
    return (
      <>
        {children}
        {list}
      </>
    )
  }

  return (
    <Tabs
      items={[
        {
          content: <div className="flex flex-col gap-6">{children}</div>,
          label: t('lesson'),
          value: 'lesson',
        },
        {
          content: list,
          label: t('tab', { count: resources.length }),
          value: 'resources',
        },
      ]}
      keepsAll
      label={t('label')}
    />
  )
}
