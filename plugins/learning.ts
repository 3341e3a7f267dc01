import type { Endpoint } from 'payload'

import { Enrollments } from '@collections/learning/Enrollments'
import { Progress } from '@collections/learning/Progress'
import { QuizAttempts } from '@collections/learning/QuizAttempts'
import { save, start, submit } from '@endpoints/learning/attempts'
import { learn } from '@endpoints/learning/learn'
import { lessonMedia } from '@endpoints/learning/media'
import { completed, watched } from '@endpoints/learning/progress'
import { enrollOnOrderPaid } from '@hooks/learning/enrollments'
import { recountOnContentChanged, rollUpOnLessonCompleted } from '@hooks/learning/progress'

import { domain } from './support/domain'

/** Payload looks for addresses below a collection's name among the endpoints of that collection alone. */
const below =
  (slug: string) =>
  (endpoint: Endpoint): Endpoint => ({ ...endpoint, path: endpoint.path.replace(`/${slug}`, '') })

export const learning = domain({
  collections: [
    Enrollments,
    { ...Progress, endpoints: [watched, completed].map(below(Progress.slug)) },
    QuizAttempts,
  ],
  endpoints: [learn, lessonMedia, start, save, submit],
  reactions: [enrollOnOrderPaid, rollUpOnLessonCompleted, recountOnContentChanged],
})
