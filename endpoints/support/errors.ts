import type { ZodError } from 'zod'

import { APIError } from 'payload'

import type { RuleError } from '@/domain/errors'

/** An answer with a machine-readable `code`, and with `data` that says more. All of ours extend it. */
export class CodedError extends APIError {
  constructor({
    code,
    data = {},
    status,
  }: {
    code: string
    data?: Record<string, unknown>
    status: number
  }) {
    super(code, status, { code, ...data }, true)
  }
}

/** 400: names each field that is wrong, and how. */
export class BadInput extends CodedError {
  constructor({ issues }: Pick<ZodError, 'issues'>) {
    super({
      code: 'badInput',
      data: { fields: issues.map(({ message, path }) => ({ field: path.join('.'), message })) },
      status: 400,
    })
  }
}

export class SignInRequired extends CodedError {
  constructor() {
    super({ code: 'signInRequired', status: 401 })
  }
}

export class NotAllowed extends CodedError {
  constructor() {
    super({ code: 'forbidden', status: 403 })
  }
}

/** 403: staff who see the school as a learner does change nothing. */
export class ViewOnly extends CodedError {
  constructor() {
    super({ code: 'viewOnly', status: 403 })
  }
}

/** 404: missing, or another school's, or not for this person; nobody learns which. */
export class NotHere extends CodedError {
  constructor() {
    super({ code: 'notFound', status: 404 })
  }
}

/** 429: often enough for now; `seconds` is when to ask again. */
export class TooMany extends CodedError {
  readonly seconds: number

  constructor({ seconds }: { seconds: number }) {
    super({ code: 'tooMany', data: { seconds }, status: 429 })
    this.seconds = seconds
  }
}

/** What somebody else in the school may do answers 403. */
const FORBIDDEN: readonly string[] = ['aboveYou', 'approvalRequired']

/** Rules that clash with what stands already answer 409; the others 422. */
const CONFLICTS: readonly string[] = [
  'alreadyInTeam',
  'alreadyOwned',
  'alreadyRequested',
  'attemptClosed',
  'attemptGraded',
  'cohortFull',
  'cohortHasPlaces',
  'couponUsed',
  'courseChanged',
  'discussionClosed',
  'fileInUse',
  'invitationClosed',
  'lessonsBegun',
  'lessonsKept',
  'marksChanged',
  'notPayable',
  'otherAccount',
  'postLocked',
  'postRemoved',
  'planChanged',
  'surveyChanged',
  'transferUnderWay',
  'planNotPaid',
  'priceChanged',
  'proposalOver',
  'requestClosed',
  'secondFactorOn',
  'sourceChanged',
  'submissionClosed',
  'submissionGraded',
  'wrongStage',
]

export class RuleViolated extends CodedError {
  constructor({ code, detail }: RuleError) {
    const status = CONFLICTS.includes(code) ? 409 : 422
    super({ code, data: detail, status: FORBIDDEN.includes(code) ? 403 : status })
  }
}
