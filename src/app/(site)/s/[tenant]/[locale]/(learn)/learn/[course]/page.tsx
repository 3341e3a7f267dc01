import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { askerOf } from '@/operations/learning/asker'
import { readCurriculum } from '@/operations/learning/curriculum'
import { readDashboard } from '@/operations/learning/dashboard'
import { currentRequest, currentUser } from '@/request'

export const dynamic = 'force-dynamic'

/** The lesson where a learner of the course left off, or null. */
const whereLeft = async (slug: string): Promise<null | string> => {
  const user = await currentUser()
  const [found] = user
    ? await readDashboard({ course: slug, learner: user.id, req: await currentRequest() })
    : []

  return found?.next?.id ?? null
}

/** The first lesson that is open and not done, else the first of all; null where the course has none. */
const whereToBegin = async (slug: string): Promise<null | string> => {
  const req = await currentRequest()
  const found = await readCurriculum({ slug, asker: askerOf(req), req })
  if (!found) {
    notFound()
  }
  const lessons = found.sections.flatMap((section) => section.lessons)
  const lesson = lessons.find(({ completed, locked }) => !completed && !locked) ?? lessons[0]

  return lesson?.id ?? null
}

/** Leads to the lesson with which to go on; to the course's own page where there is no lesson yet. */
export default async function CourseLearnPage({ params }: PageProps<'course'>) {
  const { course: slug } = await params
  const lesson = (await whereLeft(slug)) ?? (await whereToBegin(slug))
  redirect(lesson ? `/learn/${slug}/${lesson}` : `/courses/${slug}`)
}
