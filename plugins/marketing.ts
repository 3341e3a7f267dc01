import { CourseUpdates } from '@collections/marketing/CourseUpdates'
import { courseUpdateReaders, writeCourseUpdate } from '@endpoints/marketing/courseUpdates'
import { mailLearnersOnCourseUpdateWritten } from '@hooks/marketing/courseUpdates'
import { tellOwnersOnDomainConnected, tellOwnersOnDomainTroubled } from '@hooks/marketing/domains'
import {
  sendCertificateOnCertificateIssued,
  sendEnrolledOnEnrollmentCreated,
  sendReceiptOnOrderPaid,
} from '@hooks/marketing/emails'
import { mailLearnerOnLessonsReleased } from '@hooks/marketing/lessonReleases'
import { mailBuyerOnSubscriptionChanged } from '@hooks/marketing/plans'
import { askForReviewsHourly } from '@hooks/marketing/reviewRequests'

import { domain } from './support/domain'

export const marketing = domain({
  collections: [CourseUpdates],
  endpoints: [courseUpdateReaders, writeCourseUpdate],
  reactions: [
    sendReceiptOnOrderPaid,
    sendEnrolledOnEnrollmentCreated,
    sendCertificateOnCertificateIssued,
    mailLearnersOnCourseUpdateWritten,
    tellOwnersOnDomainConnected,
    tellOwnersOnDomainTroubled,
    mailBuyerOnSubscriptionChanged,
    mailLearnerOnLessonsReleased,
  ],
  tasks: [askForReviewsHourly],
})
