import type { Publishers } from '../../tenancy/publishers'

/** Where a course stands on its way to learners. */
export const STAGES = ['draft', 'inReview', 'published', 'archived'] as const

export type Stage = (typeof STAGES)[number]

/**
 * What is done to a course on that way. `answer` is a word in the conversation about it, which moves
 * nothing; `publish` and `unpublish` are also what saving its form does.
 */
export const STEPS = [
  'submit',
  'withdraw',
  'approve',
  'reject',
  'publish',
  'unpublish',
  'archive',
  'reopen',
  'answer',
] as const

export type Step = (typeof STEPS)[number]

/** An author writes courses; a publisher also decides what is public; an approver answers the authors. */
type Party = 'approver' | 'author' | 'publisher'

type Rule = { by: Party; from: readonly Stage[]; to: 'standing' | Stage }

/** `standing`: where the course is without its review, which is published where visitors see it already. */
const RULES: Readonly<Record<Step, Rule>> = {
  answer: { by: 'author', from: ['draft', 'inReview', 'published'], to: 'standing' },
  approve: { by: 'approver', from: ['inReview'], to: 'published' },
  archive: { by: 'publisher', from: ['draft', 'inReview', 'published'], to: 'archived' },
  publish: { by: 'publisher', from: ['draft', 'inReview', 'published'], to: 'published' },
  reject: { by: 'approver', from: ['inReview'], to: 'standing' },
  reopen: { by: 'publisher', from: ['archived'], to: 'draft' },
  submit: { by: 'author', from: ['draft', 'published'], to: 'inReview' },
  unpublish: { by: 'publisher', from: ['inReview', 'published'], to: 'draft' },
  withdraw: { by: 'author', from: ['inReview'], to: 'standing' },
}

/** Of what is asked: who asks, and how their school and the course stand. */
export type Standing = {
  /** Owners and admins, and the platform itself. */
  isManager: boolean
  /** Whether visitors see the course, whatever is under review. */
  isPublished: boolean
  publishers: Publishers
  stage: Stage
}

const isParty = (party: Party, { isManager, publishers }: Standing): boolean =>
  isManager || party === 'author' || (party === 'publisher' && publishers === 'authors')

/** What becomes of a course: the stage it reaches, or why it stays. Whoever asks may write courses. */
export type Verdict = { refused: 'approvalRequired' | 'wrongStage' } | { to: Stage }

/** Whether a step may be taken, and where it leads. Who may not is told so before how the course stands. */
export const verdictOn = (step: Step, standing: Standing): Verdict => {
  const { by, from, to } = RULES[step]
  const { isPublished, stage } = standing
  if (!isParty(by, standing)) {
    return { refused: 'approvalRequired' }
  }
  if (!from.includes(stage) || (step === 'unpublish' && !isPublished)) {
    return { refused: 'wrongStage' }
  }
  if (step === 'answer') {
    return { to: stage }
  }

  return { to: to === 'standing' ? (isPublished ? 'published' : 'draft') : to }
}

/** Every step that may be taken now, in the order of the list. */
export const stepsFrom = (standing: Standing): Step[] =>
  STEPS.filter((step) => 'to' in verdictOn(step, standing))

/** The stage of a course, by the last line of its log and by whether visitors see it. */
export const stageOf = ({
  isPublished,
  logged,
}: {
  isPublished: boolean
  logged: null | Stage
}): Stage => {
  if (logged === 'inReview' || (logged === 'archived' && !isPublished)) {
    return logged
  }

  return isPublished ? 'published' : 'draft'
}
