import type { Metadata } from 'next'

import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { LessonBar } from '@/components/learning/LessonBar'
import { LessonContent } from '@/components/learning/LessonContent'
import { LessonProgress } from '@/components/learning/LessonProgress'
import { LessonFrame } from '@/components/learning/rail/LessonFrame'
import { RAIL_COOKIE } from '@/components/learning/rail/railMemory'
import { pageParams } from '@/components/shell/pageProps'
import { showUploads } from '@/operations/media/showUploads'
import { showLinks } from '@/operations/pages/showLinks'
import { currentRequest, currentUser } from '@/request'
import { currentSchool } from '@/site'

import { viewOf } from './view'

export const dynamic = 'force-dynamic'

type Props = PageProps<'course' | 'lesson'>

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { course, lesson } = await pageParams<'course' | 'lesson'>(params)

  return { robots: 'noindex', title: (await viewOf(course, lesson))?.lesson.title }
}

/** One lesson: the curriculum beside it, the video, text or quiz in the middle, the way on beneath. */
export default async function LessonPage({ params }: Props) {
  const { course: slug, lesson: id, tenant } = await pageParams<'course' | 'lesson'>(params)
  const view = await viewOf(slug, id)
  if (!view) {
    notFound()
  }
  const { completion, course, enrollment, lesson, lock, next, previous, progress, sections } = view
  const req = await currentRequest()
  const [body, user, kept, { features }] = await Promise.all([
    showUploads({ lesson: id, req, text: lesson.body }).then((text) => showLinks({ req, text })),
    currentUser(),
    cookies(),
    currentSchool(tenant),
  ])
  const completed = sections
    .flatMap(({ lessons }) => lessons)
    .filter((one) => one.completed)
    .map((one) => one.id)

  return (
    <LessonProgress completed={completed} key={lesson.id} share={progress.share}>
      <LessonFrame
        bar={
          <LessonBar
            completion={enrollment && !lock ? completion : null}
            course={course.slug}
            isLocked={lock !== null}
            lesson={lesson.id}
            next={next}
            previous={previous}
          />
        }
        course={course}
        current={lesson.id}
        isEnrolled={enrollment !== null}
        isOpen={kept.get(RAIL_COOKIE)?.value !== 'closed'}
        sections={sections}
      >
        <LessonContent
          body={body}
          hasCertificate={features.certificates}
          learner={user?.id ?? null}
          view={view}
        />
      </LessonFrame>
    </LessonProgress>
  )
}
