import { recountLesson, rollUp } from '@/operations/learning/rollUp'
import { reaction } from '@hooks/events/reaction'

/** Counts a learner's course anew once a lesson of it is completed. */
export const rollUpOnLessonCompleted = reaction({
  name: 'rollUpOnLessonCompleted',
  on: 'lesson.completed',
  run: ({ data: { enrollment }, req, tenant }) => rollUp({ enrollment, req, tenant }),
})

/** Counts everybody's course anew once a lesson came, went, or became required or optional. */
export const recountOnContentChanged = reaction({
  name: 'recountOnContentChanged',
  concerns: ({ collection }) => collection === 'lessons',
  on: 'content.changed',
  run: ({ data: { id, left }, req, tenant }) => recountLesson({ left, lesson: id, req, tenant }),
})
