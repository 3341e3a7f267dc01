import type { FactName, Facts } from '../facts'
import type { Changes } from './auditChanges'

type KeyOf<Name extends FactName> = Extract<keyof Facts[Name], string>

/** The collection that a fact is about, and the part of its data that names the row. */
type About = { [Name in FactName]?: readonly [collection: string, key: KeyOf<Name>] }

/** Facts of money, of roles and of access, and of what staff decide: each stands in the audit log, written by the statement that announces it. */
export const AUDITED_FACTS: About = {
  'account.confirmed': ['users', 'account'],
  'account.erased': ['users', 'account'],
  'account.erasureAsked': ['users', 'account'],
  'account.registered': ['users', 'account'],
  'account.rolesChanged': ['users', 'account'],
  'account.signInChanged': ['users', 'account'],
  'account.statusChanged': ['users', 'account'],
  'apiKey.created': ['api-keys', 'key'],
  'apiKey.revoked': ['api-keys', 'key'],
  'attempt.marked': ['quiz-attempts', 'attempt'],
  'attempt.remarked': ['quiz-attempts', 'attempt'],
  'certificate.issued': ['certificates', 'certificate'],
  'comment.moderated': ['comments', 'comment'],
  'dispute.changed': ['disputes', 'dispute'],
  'dispute.opened': ['disputes', 'dispute'],
  'domain.connected': ['domains', 'domain'],
  'enrollment.changed': ['enrollment-changes', 'change'],
  'enrollment.created': ['enrollments', 'enrollment'],
  'gift.redeemed': ['gifts', 'gift'],
  'order.paid': ['orders', 'order'],
  'paymentLog.replayAsked': ['payment-events', 'after'],
  'payout.asked': ['payouts', 'payout'],
  'payout.failed': ['payouts', 'payout'],
  'payout.paid': ['payouts', 'payout'],
  'place.moved': ['place-transfers', 'transfer'],
  'place.toPay': ['place-transfers', 'transfer'],
  'placeRequest.changed': ['place-requests', 'request'],
  'plan.changed': ['plans', 'plan'],
  'post.moderated': ['posts', 'post'],
  'refund.asked': ['refunds', 'refund'],
  'refund.failed': ['refunds', 'refund'],
  'refund.settled': ['refunds', 'refund'],
  'review.moderated': ['reviews', 'review'],
  'submission.reviewed': ['submissions', 'submission'],
  'subscription.cardGiven': ['subscriptions', 'subscription'],
  'subscription.changed': ['subscriptions', 'subscription'],
  'team.changed': ['course-team', 'member'],
}

type Told = {
  changes: object
  collection: string
  document: null | string
  personal: Changes | null
  subject: null | string
}

/** How the audit log tells of a fact; null where it has no place in it. What is said of an account goes with its person. */
export const auditOfFact = <Name extends FactName>(fact: Name, data: Facts[Name]): null | Told => {
  const about = AUDITED_FACTS[fact]
  if (!about) {
    return null
  }
  const [collection, key] = about
  const named: unknown = data[key]
  const document = typeof named === 'string' ? named : null
  const isOfPerson = collection === 'users'

  return {
    changes: isOfPerson ? {} : { fact: data },
    collection,
    document,
    personal: isOfPerson ? { after: data, before: {} } : null,
    subject: isOfPerson ? document : null,
  }
}
