import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { DiscussionChoice } from '@/components/community/DiscussionChoice'
import { DiscussionView } from '@/components/community/DiscussionView'
import { pageParams } from '@/components/shell/pageProps'
import { readPostCursor } from '@/domain/community/posts'
import { isId } from '@/domain/ids'
import { discussionsOf } from '@/operations/community/fresh'
import { discussedCourse } from '@/operations/community/place'
import { postsPage } from '@/operations/community/posts'
import { roomOf } from '@/operations/community/room'
import { currentRequest, signedInAt } from '@/request'

export const dynamic = 'force-dynamic'

type Props = PageProps<'course'> & {
  searchParams: Promise<{ after?: string; cohort?: string }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  await pageParams<'course'>(params)

  return { robots: 'noindex', title: (await getTranslations('discussion'))('title') }
}

/** A cohort's discussion: its learner's own, or the one that staff chose. */
export default async function DiscussionPage({ params, searchParams }: Props) {
  const { course: address } = await pageParams<'course'>(params)
  const { after, cohort: chosen } = await searchParams
  const query = chosen && isId(chosen) ? `?cohort=${chosen}` : ''
  const path = `/learn/${address}/discussion${query}`
  const { id: me } = await signedInAt(path)
  const req = await currentRequest()
  const course = await discussedCourse({ address, req })
  if (!course) {
    notFound()
  }
  if (course.slug !== address) {
    redirect(`/learn/${course.slug}/discussion${query}`)
  }
  const discussions = await discussionsOf({ course: course.id, me, req })
  const cohort = query ? chosen : discussions.length === 1 ? discussions[0]?.cohort : undefined
  if (!cohort && discussions.length > 1) {
    return <DiscussionChoice course={course} discussions={discussions} />
  }
  const room = cohort
    ? await roomOf({ key: { cohort }, req: req as Parameters<typeof roomOf>[0]['req'] })
    : null
  if (room?.course.id !== course.id) {
    notFound()
  }
  const page = await postsPage({ after: after ? readPostCursor(after) : null, req, room })

  return <DiscussionView {...page} course={course} isFirst={!after} room={room} />
}
