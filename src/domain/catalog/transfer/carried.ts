/**
 * What of each document goes along with its course: into a file, and from there or by cloning into another
 * course. Slugs and prerequisites are said apart, since both may have to change.
 */
export const CARRIED = {
  'bank-questions': ['question', 'tags'],
  courses: [
    'audience',
    'categories',
    'category',
    'cover',
    'description',
    'durationMinutes',
    'faq',
    'language',
    'level',
    'outcomes',
    'requirements',
    'summary',
    'title',
  ],
  lessons: [
    'assignment',
    'audio',
    'body',
    'captions',
    'chapters',
    'completion',
    'cues',
    'document',
    'duration',
    'embedUrl',
    'isPreview',
    'isRequired',
    'kind',
    'live',
    'package',
    'quiz',
    'release',
    'resources',
    'slides',
    'survey',
    'title',
    'video',
  ],
  quizzes: [
    'attemptLimit',
    'passMark',
    'questions',
    'review',
    'reviewFrom',
    'shuffleAnswers',
    'shuffleQuestions',
    'timeLimit',
    'title',
  ],
  sections: ['release', 'title'],
} as const

/** A kind of document that a course is made of. */
export type CarriedKind = keyof typeof CARRIED

/** The fields of a document, by name. */
export type Fields = Readonly<Record<string, unknown>>

/** Those fields of a document that go along. */
export const carried = (kind: CarriedKind, doc: Fields): Fields =>
  Object.fromEntries(CARRIED[kind].map((name) => [name, doc[name]]))
