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
import { mailLearnerOnLessonsReleased } from '@hooks/marketing/lessonReleases'
import { mailBuyerOnSubscriptionChanged } from '@hooks/marketing/plans'
import { tellLearnerOnPrerequisiteCompleted } from '@hooks/marketing/prerequisites'
import { askForReviewsHourly } from '@hooks/marketing/reviewRequests'
import { tellOnSubmissionAnswered, tellOnSubmissionReviewed } from '@hooks/marketing/workEmails'

import { mailOnWaitlistChanged } from '@hooks/marketing/waitlist'

import { domain } from './support/domain'

export const marketing = domain({
  collections: [CourseUpdates],
  endpoints: [courseUpdateReaders, writeCourseUpdate],
  reactions: [
    sendReceiptOnOrderPaid,
    sendEnrolledOnEnrollmentCreated,
    sendCertificateOnCertificateIssued,
    tellOnAttemptMarked,
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
    mailOnWaitlistChanged,
  ],
  tasks: [askForReviewsHourly, remindOfEndsHourly],
})
