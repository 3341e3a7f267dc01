import { CourseUpdates } from '@collections/marketing/CourseUpdates'
import { courseUpdateReaders, writeCourseUpdate } from '@endpoints/marketing/courseUpdates'
import { tellOnCourseMoved } from '@hooks/marketing/courseMoves'
import { mailLearnersOnCourseUpdateWritten } from '@hooks/marketing/courseUpdates'
import { tellOwnersOnDomainConnected, tellOwnersOnDomainTroubled } from '@hooks/marketing/domains'
import {
  sendCertificateOnCertificateIssued,
  tellOnAttemptMarked,
  sendEnrolledOnEnrollmentCreated,
  sendReceiptOnOrderPaid,
} from '@hooks/marketing/emails'
import { remindOfEndsHourly } from '@hooks/marketing/accessReminders'
import { mailLearnerOnEnrollmentChanged } from '@hooks/marketing/enrollmentChanges'
import { tellOnAttemptRemarked } from '@hooks/marketing/markChanges'
import { mailLearnerOnLessonsReleased } from '@hooks/marketing/lessonReleases'
import { mailBuyerOnSubscriptionChanged } from '@hooks/marketing/plans'
import { tellLearnerOnPrerequisiteCompleted } from '@hooks/marketing/prerequisites'
import { tellOnDisputeOpened } from '@hooks/marketing/disputes'
import { tellOnBackupTroubled } from '@hooks/marketing/backups'
import { tellOnReconciliationDiffered } from '@hooks/marketing/reconciliations'
import { sendRefundOnRefundSettled } from '@hooks/marketing/refunds'
import { askForReviewsHourly } from '@hooks/marketing/reviewRequests'
import { tellOnSubmissionAnswered, tellOnSubmissionReviewed } from '@hooks/marketing/workEmails'

import { mailOnTeamChanged } from '@hooks/marketing/team'
import { tellOnBookingChanged } from '@hooks/marketing/bookings'
import { mailOnPlaceMoved, mailOnPlaceToPay } from '@hooks/marketing/placeMoves'
import { mailOnPayoutFailed, mailOnPayoutPaid } from '@hooks/marketing/payouts'
import { mailOnPlaceRequestChanged } from '@hooks/marketing/placeRequests'
import { mailOnWaitlistChanged } from '@hooks/marketing/waitlist'

import { domain } from './support/domain'

export const marketing = domain({
  collections: [CourseUpdates],
  endpoints: [courseUpdateReaders, writeCourseUpdate],
  reactions: [
    sendReceiptOnOrderPaid,
    sendRefundOnRefundSettled,
    tellOnDisputeOpened,
    tellOnBackupTroubled,
    tellOnReconciliationDiffered,
    sendEnrolledOnEnrollmentCreated,
    sendCertificateOnCertificateIssued,
    tellOnAttemptMarked,
    tellOnAttemptRemarked,
    tellOnSubmissionAnswered,
    tellOnSubmissionReviewed,
    mailLearnersOnCourseUpdateWritten,
    tellOnCourseMoved,
    tellOwnersOnDomainConnected,
    tellOwnersOnDomainTroubled,
    mailBuyerOnSubscriptionChanged,
    mailLearnerOnLessonsReleased,
    mailLearnerOnEnrollmentChanged,
    tellLearnerOnPrerequisiteCompleted,
    mailOnTeamChanged,
    mailOnWaitlistChanged,
    mailOnPlaceRequestChanged,
    tellOnBookingChanged,
    mailOnPlaceMoved,
    mailOnPlaceToPay,
    mailOnPayoutPaid,
    mailOnPayoutFailed,
  ],
  tasks: [askForReviewsHourly, remindOfEndsHourly],
})
