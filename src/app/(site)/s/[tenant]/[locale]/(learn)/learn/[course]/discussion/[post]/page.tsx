import type { Metadata } from 'next'

import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

import type { PageProps } from '@/components/shell/pageProps'

import { ThreadView } from '@/components/community/ThreadView'
import { pageParams } from '@/components/shell/pageProps'
import { readCommentCursor } from '@/domain/community/posts'
import { isId } from '@/domain/ids'
import { readThread } from '@/operations/community/comments'
import { discussedCourse } from '@/operations/community/place'
import { roomOf } from '@/operations/community/room'
import { currentRequest, signedInAt } from '@/request'

export const dynamic = 'force-dynamic'

type Props = PageProps<'course' | 'post'> & { searchParams: Promise<{ after?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  await pageParams<'course' | 'post'>(params)

  return { robots: 'noindex', title: (await getTranslations('discussion'))('title') }
}

/** A post of a discussion with what was answered to it. */
export default async function PostPage({ params, searchParams }: Props) {
  const { course: slug, post } = await pageParams<'course' | 'post'>(params)
  const { after } = await searchParams
  await signedInAt(`/learn/${slug}/discussion/${post}`)
  const req = await currentRequest()
  const course = isId(post) ? await discussedCourse({ address: slug, req }) : null
  const room =
    course && (await roomOf({ key: { post }, req: req as Parameters<typeof roomOf>[0]['req'] }))
  if (!course || room?.course.id !== course.id) {
    notFound()
  }
  const thread = await readThread({
    after: after ? readCommentCursor(after) : null,
    post,
    req,
    room,
  })
  if (!thread) {
    notFound()
  }

  return <ThreadView course={course} isFirst={!after} room={room} thread={thread} />
}
