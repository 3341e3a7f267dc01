import type { Rule } from './grants'

import { ENDPOINT_RULES } from './endpoints'
import { grantOf } from './grants'

/** Rows that staff write and the audit log leaves out, and why. */
const QUIET_COLLECTIONS: Readonly<Record<string, string>> = {
  'payload-kv': 'memory of the admin panel',
  'payload-locked-documents': 'who has which form of the admin open',
  'payload-preferences': 'how a person has set up the admin for themselves',
}

/** Whether a change of a collection's row by staff stands in the audit log. */
export const isAuditedCollection = (slug: string): boolean => !(slug in QUIET_COLLECTIONS)

/** Collections whose texts are about a person, or written by one: what the log says of them goes with that person. */
export const PEOPLE: readonly string[] = [
  'certificates',
  'comments',
  'enrollment-changes',
  'enrollments',
  'gifts',
  'instructors',
  'orders',
  'place-requests',
  'posts',
  'quiz-allowances',
  'refunds',
  'reviews',
  'submissions',
  'subscriptions',
  'users',
]

/** Collections that hold keys of other services: none of their texts is written down. */
export const SEALED: readonly string[] = [
  'drm-accounts',
  'payment-accounts',
  'secrets',
  'sign-in-providers',
  'speech-accounts',
  'video-accounts',
]

/** Reads that the log tells of all the same: what leaves the platform as a file. */
const LOUD_READS: readonly string[] = [
  'GET /account/exports/:id/file',
  'GET /audit.csv',
  'GET /courses/:id/roster.csv',
  'GET /people-jobs/:id/result.csv',
  'GET /people.csv',
  'GET /people/:id/exports/:export/file',
  'GET /quizzes/:id/statistics.csv',
  'GET /surveys/:lesson/results.csv',
  'GET /tax/report.csv',
  'GET /transfers/files/:token',
]

/** What people do to their own account, and so stands in the log whoever does it. */
const OWN_ACCOUNT: readonly string[] = [
  'DELETE /account/erasure',
  'POST /account/email',
  'POST /account/email/confirm',
  'POST /account/erasure',
  'POST /account/exports',
  'POST /account/passkeys',
  'POST /account/passkeys/:id/remove',
  'POST /account/providers/:id/remove',
  'POST /account/second-factor/begin',
  'POST /account/second-factor/codes',
  'POST /account/second-factor/confirm',
  'POST /account/second-factor/off',
  'POST /account/sessions/end',
]

/** Privileged operations that change nothing the log is for, and why. */
const QUIET_ENDPOINTS: Readonly<Record<string, string>> = {
  'POST /courses/:id/links': 'looks at addresses, and changes nothing',
  'POST /files/:id/watch': 'opens a film to be looked at',
  'POST /people-imports/:key': 'keeps a file to be looked at; what is done with it is told',
  'POST /people/:id/view': 'the database tells of its begin and of its end, however it ends',
  'POST /transfers/imports/:id/parts/:part': 'a part of a file; its start is told',
  'POST /uploads': 'a file on its way; its end is told',
}

/** `always`, whoever calls; `staff`, where somebody calls who works in the school; else why not. */
export type Verdict = 'always' | 'staff' | { why: string }

const isForStaffAlone = (rule: Rule): boolean =>
  grantOf(rule, 'visitor') !== 'allowed' && grantOf(rule, 'student') !== 'allowed'

const verdict = (name: string, rule: Rule): Verdict => {
  if (OWN_ACCOUNT.includes(name) || LOUD_READS.includes(name)) {
    return 'always'
  }
  const quiet = QUIET_ENDPOINTS[name]
  if (quiet) {
    return { why: quiet }
  }
  if (name.startsWith('GET ')) {
    return { why: 'reads' }
  }

  return isForStaffAlone(rule) && (rule.allowed?.length ?? 0) > 0
    ? 'staff'
    : { why: 'for everybody; what follows from it is told by its facts' }
}

/** Which of our operations the audit log tells of. */
export const AUDITED_ENDPOINTS: Readonly<Record<string, Verdict>> = Object.fromEntries(
  Object.entries(ENDPOINT_RULES).map(([name, rule]) => [name, verdict(name, rule)]),
)
