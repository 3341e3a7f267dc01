import type { Translatable } from './kinds'

/** What a translation calls the document it is of, by the document's collection. */
export const SUBJECTS = {
  categories: 'category',
  courses: 'course',
  instructors: 'instructor',
  lessons: 'lesson',
  offers: 'offer',
  pages: 'page',
  quizzes: 'quiz',
  sections: 'section',
} as const satisfies Record<Translatable, string>
