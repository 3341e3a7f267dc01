import {
  sendCertificateOnCertificateIssued,
  sendEnrolledOnEnrollmentCreated,
  sendReceiptOnOrderPaid,
} from '@hooks/marketing/emails'

import { domain } from './support/domain'

export const marketing = domain({
  reactions: [
    sendReceiptOnOrderPaid,
    sendEnrolledOnEnrollmentCreated,
    sendCertificateOnCertificateIssued,
  ],
})
