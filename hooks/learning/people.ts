import { enroll } from '@/operations/learning/enroll'
import { reaction } from '@hooks/events/reaction'

/** Enrolls whom a file of people names for courses; who is in one already stays as they are. */
export const enrollOnCoursesGiven = reaction({
  name: 'enrollOnCoursesGiven',
  on: 'account.coursesGiven',
  run: async ({ data: { account, courses }, req, tenant }) => {
    for (const course of courses) {
      await enroll({ course, learner: account, order: null, req, source: 'staff', tenant })
    }
  },
})
