import type { PayloadRequest } from 'payload'

import type { TeamNews } from '@/domain/catalog/team'

import { announce } from '@hooks/events/announce'

/** Announces what became of a place in a team, and that the pages of its course name others now. */
export const tellTeam = async ({
  course,
  member,
  news,
  req,
  tenant,
}: {
  course: string
  member: string
  news: TeamNews
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await announce({ data: { member, news }, fact: 'team.changed', req, tenant })
  await announce({
    data: { id: course, collection: 'courses' },
    fact: 'content.changed',
    req,
    tenant,
  })
}
