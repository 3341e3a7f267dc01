import { recountLesson, rollUp, rollUpCohort } from '@/operations/learning/rollUp'
import { uncount } from '@/operations/learning/roster/uncount'
import { reaction } from '@hooks/events/reaction'

/** Counts a learner's course anew once a lesson of it is completed. */
export const rollUpOnLessonCompleted = reaction({
  name: 'rollUpOnLessonCompleted',
  on: 'lesson.completed',
  run: ({ data: { enrollment }, req, tenant }) => rollUp({ enrollment, req, tenant }),
})

/** Counts everybody in a cohort anew once it keeps another edition of the course, or none. */
export const recountOnEditionChanged = reaction({
  name: 'recountOnEditionChanged',
  on: 'cohort.editionChanged',
  run: async ({ data: { cohort }, req, tenant }) => {
    await rollUpCohort({ cohort, req, tenant })
    await uncount({ cohort, req })
  },
})

/** Counts everybody's course anew once a lesson came, went, became required or optional, or asks for something else. */
export const recountOnContentChanged = reaction({
  name: 'recountOnContentChanged',
  concerns: ({ collection }) => collection === 'lessons',
  on: 'content.changed',
  run: async ({ data: { id, left }, req, tenant }) => {
    await recountLesson({ left, lesson: id, req, tenant })
    await uncount({ left, lesson: id, req })
  },
})
