/** Kinds of pages that the statement names, each with one of those that the audit opens. */
export const AUDITED = {
  account: 'account',
  catalog: 'courses',
  certificate: 'certificate',
  checkout: 'checkout',
  course: 'course',
  dashboard: 'dashboard',
  home: 'home',
  lesson: 'lesson-video',
  quiz: 'lesson-quiz-open',
  signIn: 'sign-in',
} as const satisfies Record<string, string>

export type AuditedKind = keyof typeof AUDITED

export const AUDITED_KINDS = Object.keys(AUDITED) as AuditedKind[]

/** Widths in pixels at which each of them is audited, in the light and in the dark. */
export const AUDITED_WIDTHS = [1440, 390] as const
