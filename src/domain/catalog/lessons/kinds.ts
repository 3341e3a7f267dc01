/** Every kind of lesson, in the order in which forms offer them. */
export const LESSON_KINDS = [
  'video',
  'audio',
  'text',
  'pdf',
  'slides',
  'download',
  'embed',
  'live',
  'scorm',
  'quiz',
  'assignment',
  'survey',
] as const

export type LessonKind = (typeof LESSON_KINDS)[number]

/**
 * What completes a lesson: a share of it `seen`, its `end` reached, its quiz or work `passed`, its files
 * `downloaded`, its session `attended`, its `package` says so, its work `submitted`, or its learner's word, `manual`.
 */
export const COMPLETION_RULES = [
  'seen',
  'end',
  'passed',
  'downloaded',
  'attended',
  'package',
  'submitted',
  'manual',
] as const

export type CompletionRule = (typeof COMPLETION_RULES)[number]

/** What a lesson may be about: fields of `lessons`, of which a kind needs one. */
export type LessonContent =
  | 'audio'
  | 'body'
  | 'document'
  | 'embedUrl'
  | 'package'
  | 'quiz'
  | 'resources'
  | 'slides'
  | 'startsAt'
  | 'survey'
  | 'video'

type KindRules = {
  /** Rules an author may choose; the first is taken where none is chosen. */
  completions: readonly [CompletionRule, ...CompletionRule[]]
  /** What progress in it is counted in. */
  measure: 'pages' | 'seconds' | null
  /** One of these has to be there before anybody can learn from it. */
  needs: readonly LessonContent[]
}

/** Everything that differs from kind to kind; whoever needs to know asks here. */
export const KIND_RULES: Readonly<Record<LessonKind, KindRules>> = {
  assignment: { completions: ['submitted', 'passed', 'manual'], measure: null, needs: ['body'] },
  audio: { completions: ['seen', 'manual'], measure: 'seconds', needs: ['audio'] },
  download: { completions: ['downloaded', 'manual'], measure: null, needs: ['resources'] },
  embed: { completions: ['manual'], measure: null, needs: ['embedUrl'] },
  live: { completions: ['attended', 'manual'], measure: 'seconds', needs: ['startsAt'] },
  pdf: { completions: ['end', 'seen', 'manual'], measure: 'pages', needs: ['document'] },
  quiz: { completions: ['passed'], measure: null, needs: ['quiz'] },
  scorm: { completions: ['package', 'manual'], measure: null, needs: ['package'] },
  slides: {
    completions: ['end', 'seen', 'manual'],
    measure: 'pages',
    needs: ['document', 'slides'],
  },
  survey: { completions: ['submitted'], measure: null, needs: ['survey'] },
  text: { completions: ['manual', 'end'], measure: null, needs: ['body'] },
  video: { completions: ['seen', 'manual'], measure: 'seconds', needs: ['video'] },
}

export const isLessonKind = (kind: unknown): kind is LessonKind =>
  LESSON_KINDS.includes(kind as LessonKind)

/** Whether lessons of a kind can be completed by a rule. */
export const fitsKind = (rule: unknown, kind: unknown): rule is CompletionRule =>
  isLessonKind(kind) && KIND_RULES[kind].completions.includes(rule as CompletionRule)

/** Kinds that can be about something in a field. */
export const kindsWith = (content: LessonContent): readonly LessonKind[] =>
  LESSON_KINDS.filter((kind) => KIND_RULES[kind].needs.includes(content))

/** Where a file of a type goes in a lesson made of it. */
type Home = {
  field: 'audio' | 'body' | 'document' | 'package' | 'resources' | 'video'
  kind: LessonKind
}

const HOMES: readonly [type: RegExp, home: Home][] = [
  [/^video\//, { field: 'video', kind: 'video' }],
  [/^audio\//, { field: 'audio', kind: 'audio' }],
  [/^application\/pdf$/, { field: 'document', kind: 'pdf' }],
  [/^application\/scorm$/, { field: 'package', kind: 'scorm' }],
  [/^image\//, { field: 'body', kind: 'text' }],
]

/** What a package of SCORM is taken for; its archive alone is a ZIP like any other. */
export const SCORM_TYPE = 'application/scorm'

/** What becomes of a file that is dropped on a course: the fitting kind of lesson; a download where nothing can show it. */
export const homeOfFile = (mimeType: string): Home =>
  HOMES.find(([type]) => type.test(mimeType))?.[1] ?? { field: 'resources', kind: 'download' }
