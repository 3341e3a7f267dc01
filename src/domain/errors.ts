/** Every "no" that a business rule can say. The interface has a sentence for each in `src/messages`. */
export type RuleCode =
  | 'accessEnded'
  | 'accountNeeded'
  | 'alreadyOwned'
  | 'answerUnknown'
  | 'attemptClosed'
  | 'attemptGraded'
  | 'attemptLimitReached'
  | 'attemptTooLate'
  | 'certificatesOff'
  | 'cohortClosed'
  | 'cohortFull'
  | 'cohortNeeded'
  | 'confirmEmailFirst'
  | 'couponExhausted'
  | 'couponExpired'
  | 'couponNotApplicable'
  | 'couponNotStarted'
  | 'couponUnknown'
  | 'couponUsed'
  | 'couponsOff'
  | 'currencyMismatch'
  | 'curriculumFull'
  | 'languageUnknown'
  | 'lessonLocked'
  | 'lessonNotYet'
  | 'lessonsBegun'
  | 'marksIncomplete'
  | 'limitReached'
  | 'notCompletable'
  | 'notForSale'
  | 'notPayable'
  | 'pictureUnreadable'
  | 'prerequisitesMissing'
  | 'quizEmpty'
  | 'notCancelable'
  | 'notResumable'
  | 'onlyOwner'
  | 'packageClosed'
  | 'recurringAlone'
  | 'registrationOff'
  | 'reviewTooEarly'
  | 'schoolFull'
  | 'segmentUnknown'
  | 'sessionClosed'
  | 'sourceChanged'
  | 'tagsDiffer'
  | 'textTooLong'
  | 'signInAgain'
  | 'stillTeaching'
  | 'tooManyLinks'
  | 'wrongPassword'

/** A business rule said no. The edge answers 422 with the code; nothing below the edge knows HTTP. */
export class RuleError extends Error {
  constructor(
    readonly code: RuleCode,
    readonly detail: Record<string, number | readonly object[] | string> = {},
  ) {
    super(code)
    this.name = 'RuleError'
  }
}
