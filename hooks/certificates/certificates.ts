import { certificateFile } from '@/operations/certificates/file'
import { issueCertificate, issuePathCertificate } from '@/operations/certificates/issue'
import { revokeAll } from '@/operations/certificates/revokeAll'
import { reaction } from '@hooks/events/reaction'

/** Issues one certificate for a completed course, however often and by however many it is asked. */
export const issueCertificateOnCourseCompleted = reaction({
  name: 'issueCertificateOnCourseCompleted',
  on: 'course.completed',
  run: async ({ data: { enrollment }, req, tenant }) => {
    await issueCertificate({ enrollment, req, tenant })
  },
})

/** Issues one certificate for a completed path, likewise. */
export const issueCertificateOnPathCompleted = reaction({
  name: 'issueCertificateOnPathCompleted',
  on: 'path.completed',
  run: async ({ data: { member }, req, tenant }) => {
    await issuePathCertificate({ member, req, tenant })
  },
})

/** Sets the PDF beforehand, so that nobody waits for it. */
export const storePdfOnCertificateIssued = reaction({
  name: 'storePdfOnCertificateIssued',
  on: 'certificate.issued',
  run: async ({ data: { certificate }, req, tenant }) => {
    await certificateFile({ id: certificate, req, tenant })
  },
  transaction: false,
})

/** Revokes what an erased account had earned: a certificate without its person proves nothing. */
export const revokeOnAccountErased = reaction({
  name: 'revokeOnAccountErased',
  on: 'account.erased',
  run: ({ data: { account }, req, tenant }) => revokeAll({ learner: account, req, tenant }),
  transaction: false,
})
