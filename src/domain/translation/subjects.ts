import type { Translatable } from './kinds'

/** What a translation calls the document it is of, by the document's collection. */
export const SUBJECTS = {
  'bank-questions': 'question',
  categories: 'category',
  courses: 'course',
  instructors: 'instructor',
  lessons: 'lesson',
  media: 'file',
  offers: 'offer',
  pages: 'page',
  paths: 'path',
  quizzes: 'quiz',
  sections: 'section',
  tenants: 'school',
} as const satisfies Record<Translatable, string>
