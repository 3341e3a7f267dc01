import type { Metadata } from 'next'

import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { AssignmentTrial } from '@/components/learning/assignment/AssignmentTrial'
import { DraftNotice } from '@/components/learning/DraftNotice'
import { LessonContent } from '@/components/learning/LessonContent'
import { LessonProgress } from '@/components/learning/LessonProgress'
import { QuizTrial } from '@/components/learning/quiz/QuizTrial'
import { SurveyTrial } from '@/components/learning/survey/SurveyTrial'
import { RefreshOnSave } from '@/components/pages/RefreshOnSave'
import { pageParams } from '@/components/shell/pageProps'
import { readLessonDraft } from '@/operations/learning/lessonDraft'
import { showLinks } from '@/operations/pages/showLinks'
import { currentRequest } from '@/request'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: 'noindex' }

/** A lesson as a learner will see it, unpublished changes included, for those who write lessons. Nothing done here is kept. */
export default async function LessonPreview({ params }: PageProps<'id'>) {
  const { id } = await pageParams<'id'>(params)
  const req = await currentRequest()
  const draft = await readLessonDraft({ id, req })
  if (!draft) {
    notFound()
  }
  const { learner, pictures, questions, view } = draft
  const body = await showLinks({ req, text: view.lesson.body })
  return (
    <LessonProgress given={learner} lesson={id}>
      <RefreshOnSave />
      <main className="flex flex-1 flex-col" id="content">
        <DraftNotice lesson={id} />
        <LessonContent
          body={body}
          hasCertificate={false}
          trial={
            view.lesson.assignment ? (
              <AssignmentTrial assignment={view.lesson.assignment} />
            ) : view.lesson.survey ? (
              <SurveyTrial survey={view.lesson.survey} />
            ) : (
              <QuizTrial pictures={pictures} questions={questions} />
            )
          }
          view={view}
        />
      </main>
    </LessonProgress>
  )
}
