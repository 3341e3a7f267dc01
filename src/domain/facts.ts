import type { WaitlistStatus } from './learning/waitlist'

/**
 * Everything the platform can announce. A fact is named `<noun>.<past participle>` and carries ids
 * only: whoever reacts reads the row again, and so always sees it as committed.
 */
export type Facts = {
  'account.confirmed': { account: string }
  /** By its owner, to be carried out when the days of grace are over. */
  'account.erasureAsked': { account: string }
  'account.erased': { account: string }
  'account.registered': { account: string }
  'attempt.graded': { attempt: string }
  /** By a person, who read what no rule can grade; it is graded now. */
  'attempt.marked': { attempt: string }
  'certificate.issued': { certificate: string }
  /** `left`: the course that a moved lesson was in. */
  'content.changed': { collection: string; id: string; left?: string }
  'course.completed': { enrollment: string }
  /** A step on its way to learners that somebody is to be told of; `line` is the one of its log. */
  'course.moved': { line: string }
  'courseUpdate.written': { courseUpdate: string }
  'domain.connected': { domain: string }
  'domain.troubled': { domain: string }
  'email.queued': { email: string }
  /** By staff; `notifies` where its learner is to be told. */
  'enrollment.changed': { change: string; notifies: boolean }
  'enrollment.created': { enrollment: string }
  'lesson.completed': { enrollment: string; lesson: string }
  /** Lessons that a rule of release had held back; `source` is what opened them. */
  'lessons.released': { enrollment: string; lessons: string[]; source: 'rule' | 'staff' }
  'order.failed': { order: string }
  'order.paid': { order: string }
  'path.completed': { member: string }
  'paymentEvent.received': { paymentEvent: string }
  'plan.changed': { plan: string }
  /** The work of a transfer of courses came to the course at `place`, counted from 0; or behind the last. */
  'transfer.reached': { place: number; transfer: string }
  /** By its learner; it waits for a grader now. */
  'submission.handedIn': { submission: string }
  /** A grader's word about it, the `number`th of all. */
  'submission.answered': { number: number; submission: string }
  /** Graded or given back, for the `version`th time. */
  'submission.reviewed': { submission: string; version: number }
  /** A file that no submission holds any more. */
  'submissionFile.removed': { file: string }
  'subscription.changed': { subscription: string }
  'review.moderated': { review: string; status: string }
  'review.withdrawn': { review: string }
  'review.written': { review: string }
  /** Of a person, or of the school where `account` is null: what is due by the clock is due at another moment. */
  'zone.changed': { account: null | string }
  /** Somebody’s place in the queue of a cohort; `status` is what it came to by this. */
  'waitlist.changed': { entry: string; status: WaitlistStatus }
}

export type FactName = keyof Facts
