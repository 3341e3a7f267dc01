import type { CommentAction, PostAction } from './community/posts'
import type { SignInChange } from './mail/signIn'
import type { WaitlistStatus } from './learning/waitlist'
import type { PlaceRequestStatus } from './learning/placeRequests'
import type { TeamNews } from './catalog/team'

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
  /** By a file of people; those that the account was not in. */
  'account.coursesGiven': { account: string; courses: string[] }
  /** By staff. */
  'account.rolesChanged': { account: string; after: string[]; before: string[] }
  /** By staff; `change` is the row of its history that says how and why. */
  'account.statusChanged': { account: string; change: string }
  /** Another way of signing in, or one less: by its owner, or by staff for a `reason`. */
  'account.signInChanged': {
    account: string
    by: string
    change: SignInChange
    reason: null | string
  }
  /** Somebody asks for a mail to sign in with; `asked` says by whom, or that there is nobody. */
  'mailSignIn.asked': { asked: string }
  'apiKey.created': { account: string; key: string }
  'apiKey.revoked': { account: string; key: string }
  'attempt.graded': { attempt: string }
  /** By its learner; somebody must read it before it is graded. */
  'attempt.handedIn': { attempt: string }
  /** By a person, who read what no rule can grade; it is graded now. */
  'attempt.marked': { attempt: string }
  /** By a person, who changed marks that were given; it is graded anew. */
  'attempt.remarked': { attempt: string }
  /** A learner’s own doing; `step` is the last line of it. */
  'booking.changed': { step: string }
  'certificate.issued': { certificate: string }
  /** `left`: the course that a moved lesson was in. */
  'comment.moderated': { action: CommentAction; comment: string }
  'comment.written': { comment: string }
  /** Somebody agreed to something, or took that back. */
  'consent.given': { consent: string }
  'consent.withdrawn': { consent: string }
  'content.changed': { collection: string; id: string; left?: string }
  /** Its learners have another edition of the course now, or the course as it stands. */
  'cohort.editionChanged': { cohort: string }
  'dataExport.asked': { export: string }
  'course.completed': { enrollment: string }
  /** A step on its way to learners that somebody is to be told of; `line` is the one of its log. */
  'course.moved': { line: string }
  'courseUpdate.written': { courseUpdate: string }
  /** It stands otherwise than before. */
  'dispute.changed': { dispute: string }
  /** By a buyer, at their bank; the school has to answer. */
  'dispute.opened': { dispute: string }
  'domain.connected': { domain: string }
  'domain.troubled': { domain: string }
  'email.queued': { email: string }
  /** By staff; `notifies` where its learner is to be told. */
  'enrollment.changed': { change: string; notifies: boolean }
  'enrollment.created': { enrollment: string }
  /** By whom it is for; `order` is what its buyer paid. */
  'gift.redeemed': { gift: string; order: string }
  'lesson.completed': { enrollment: string; lesson: string }
  /** Lessons that a rule of release had held back; `source` is what opened them. */
  'lessons.released': { enrollment: string; lessons: string[]; source: 'rule' | 'staff' }
  /** It was not paid in time. */
  'order.expired': { order: string }
  'order.failed': { order: string }
  'order.paid': { order: string }
  /** It waits for its payment. */
  'order.placed': { order: string }
  'path.completed': { member: string }
  'people.exported': { by: string }
  /** Or is gone on with; `turn` counts how often it was begun. */
  'peopleJob.begun': { job: string; turn: number }
  /** By its buyer, at a provider that takes the money when it is told to. */
  'payment.approved': { order: string; provider?: string; session?: string }
  'paymentEvent.received': { paymentEvent: string }
  /** By staff of the platform: what providers reported to a school is to be gone through again, behind the event `after`. */
  'paymentLog.replayAsked': { after: null | string }
  /** Somebody’s wish for a place; `status` is what it came to by this. */
  'placeRequest.changed': { request: string; status: PlaceRequestStatus }
  /** Its provider is to be asked to pay it. */
  'payout.asked': { payout: string }
  /** It came back. */
  'payout.failed': { payout: string }
  /** It arrived. */
  'payout.paid': { payout: string }
  /** By its provider: it may stand otherwise. */
  'payout.reported': { payout: string }
  /** By its provider: it may be ready, or not any more. */
  'payoutAccount.reported': { account: string }
  /** It is somebody else’s now, or in another cohort or course. */
  'place.moved': { transfer: string }
  /** Staff move it, and its learner is to pay what is missing. */
  'place.toPay': { transfer: string }
  'plan.changed': { plan: string }
  /** By the platform’s provider: a school’s subscription to a plan, named as the provider names it, may stand otherwise. */
  'planSubscription.reported': { subscription: string }
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
  /** Reference rates of another day are there, and the school converts by them. */
  'rates.changed': { day: string }
  /** Its provider is to be asked for it. */
  /** A notification is to be shown by the browser of a session of its account. */
  'push.queued': { notification: string; session: string }
  'refund.asked': { refund: string }
  /** By the provider; the money stays where it was. */
  'refund.failed': { refund: string }
  /** The money went back. */
  'refund.settled': { refund: string }
  /** The card that is charged for it is another. */
  'subscription.cardGiven': { subscription: string }
  /** On that day no backup could be made, or the newest could not be restored; a fact of the platform. */
  'backup.troubled': { day: string; problem: 'notMade' | 'notRestored'; reason: string }
  /** Something in it stays unexplained. */
  'reconciliation.differed': { reconciliation: string }
  'subscription.changed': { subscription: string }
  'post.moderated': { action: PostAction; post: string }
  'post.written': { post: string }
  'review.moderated': { review: string; status: string }
  'review.withdrawn': { review: string }
  'review.written': { review: string }
  /** Of the platform: a school is to be restored to a moment, or it is to be said what that would do. */
  'school.restoreAsked': { restore: string }
  /** What became of somebody’s place in the team of a course. */
  'team.changed': { member: string; news: TeamNews }
  /** Of a person, or of the school where `account` is null: what is due by the clock is due at another moment. */
  'zone.changed': { account: null | string }
  /** A film that an account kept is not ours any more; `film` is its id there. */
  'video.left': { account: string; film: string }
  /** Somebody’s place in the queue of a cohort; `status` is what it came to by this. */
  'waitlist.changed': { entry: string; status: WaitlistStatus }
}

export type FactName = keyof Facts
