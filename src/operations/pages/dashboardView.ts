import type { PayloadRequest } from 'payload'

import type { SessionUser } from '@/operations/identity/session'

import { courseCards, type CourseCard } from '@/operations/catalog/courseCards'
import type { ListedCertificate } from '@/operations/certificates/list'

import { ownDiscussions, type OpenDiscussion } from '@/operations/community/fresh'

import { waysAndCertificates } from './earned'
import { dashboardCourses, type DashboardCourse } from '@/operations/learning/dashboard'
import type { DashboardPath } from '@/operations/learning/dashboardPaths'
import { pressingOf, type Pressing } from '@/operations/learning/pressing'

/** Courses offered to whoever does not have them. */
const MOST_SUGGESTED = 3

/** All that the dashboard shows of one learner, as JSON. */
export type DashboardView = Pressing & {
  certificates: ListedCertificate[]
  courses: DashboardCourse[]
  /** Those of the cohorts in which the learner is now. */
  discussions: OpenDiscussion[]
  /** How many courses of a library are left out of `courses`. */
  further: number
  name: string
  paths: DashboardPath[]
  suggested: CourseCard[]
  /** IANA name of the time zone that the learner has chosen. */
  zone: null | string
}

/** What the dashboard of a signed-in account shows, in four statements; in one more for who is in a cohort. */
export const dashboardOf = async ({
  req,
  user: { id, name, timeZone },
}: {
  req: PayloadRequest
  user: Pick<SessionUser, 'id' | 'name' | 'timeZone'>
}): Promise<DashboardView> => {
  const whose = { learner: id, req }
  const [{ courses, further }, { certificates, paths }, pressing, suggested] = await Promise.all([
    dashboardCourses(whose),
    waysAndCertificates(whose),
    pressingOf(whose),
    courseCards({ limit: MOST_SUGGESTED, newTo: id, req }),
  ])

  const discussions = courses.some(({ cohort }) => cohort && !cohort.isBefore)
    ? await ownDiscussions({ me: id, req })
    : []

  return {
    name,
    ...pressing,
    certificates,
    courses,
    discussions,
    further,
    paths,
    suggested,
    zone: timeZone,
  }
}
