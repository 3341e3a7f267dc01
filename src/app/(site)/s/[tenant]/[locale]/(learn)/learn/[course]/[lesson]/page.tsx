import type { Metadata } from 'next'

import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { LessonBar } from '@/components/learning/LessonBar'
import { LessonContent } from '@/components/learning/LessonContent'
import { LessonProgress } from '@/components/learning/LessonProgress'
import { LessonFrame } from '@/components/learning/rail/LessonFrame'
import { pageParams } from '@/components/shell/pageProps'
import { RAIL_COOKIE } from '@/domain/learning/rail'
import { shownUser } from '@/operations/identity/shownUser'
import { learnerOf, sharedOf } from '@/operations/learning/lessonLearner'
import { showUploads } from '@/operations/media/showUploads'
import { showLinks } from '@/operations/pages/showLinks'
import { currentRequest, currentUser, isTemplate } from '@/request'
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
  const { course: slug, lesson: id, locale, tenant } = await pageParams<'course' | 'lesson'>(params)
  const view = await viewOf(slug, id)
  const isShared = await isTemplate()
  if (!view || (isShared && !view.enrollment)) {
    notFound()
  }
  const shared = sharedOf(view)
  const { completion, course, isEnrolled, lesson, lock, next, previous, sections } = shared
  const req = await currentRequest()
  const [body, user, kept, { features, locale: own }] = await Promise.all([
    showUploads({ lesson: id, req, text: lesson.body }).then((text) => showLinks({ req, text })),
    currentUser(),
    cookies(),
    currentSchool(tenant),
  ])
  const learner = isShared ? null : learnerOf(view, shownUser(user))

  return (
    <LessonProgress given={learner} key={lesson.id} lesson={lesson.id}>
      <LessonFrame
        bar={
          <LessonBar
            completion={isEnrolled && !lock ? completion : null}
            course={course.slug}
            isLocked={lock !== null}
            lesson={lesson.id}
            next={next}
            previous={previous}
          />
        }
        course={course}
        current={lesson.id}
        isEnrolled={isEnrolled}
        isOpen={kept.get(RAIL_COOKIE)?.value !== 'closed'}
        sections={sections}
      >
        <LessonContent
          body={body}
          hasCertificate={features.certificates}
          isForeign={locale !== own}
          view={shared}
        />
      </LessonFrame>
    </LessonProgress>
  )
}
