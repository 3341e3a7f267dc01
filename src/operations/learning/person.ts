import type { PayloadRequest } from 'payload'

import type { Booking } from '@/domain/learning/bookings'

import { portraitPath } from '@/domain/identity/portraits'
import { visibleAccount } from '@/operations/identity/visibleAccount'

import type { CourseHistory, ShownCourse } from './history'

import { bookingsOf } from './bookings/read'
import { courseHistory, shownCourses } from './history'

/** Somebody of the school as whoever asks may see them. `bookings` and `history` are for the person and staff alone. */
export type Person = {
  bio: string
  bookings: Booking[] | null
  courses: ShownCourse[]
  history: CourseHistory[] | null
  id: string
  joinedAt: string
  name: string
  picture: null | string
}

/** A person's profile with their courses, or null for whoever may not see it. */
export const readPerson = async ({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<null | Person> => {
  const account = await visibleAccount({ id, req })
  if (!account) {
    return null
  }
  const { name, bio, image, insight, joinedAt, showsCourses } = account
  const isFull = insight === 'full'
  const history = isFull || showsCourses ? await courseHistory({ learner: account.id, req }) : []

  return {
    id: account.id,
    name,
    bio,
    bookings: isFull ? await bookingsOf({ learner: account.id, req }) : null,
    courses: shownCourses(history),
    history: isFull ? history : null,
    joinedAt,
    picture: portraitPath({ account: account.id, picture: image }),
  }
}
