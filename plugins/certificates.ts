import { Certificates } from '@collections/certificates/Certificates'
import { certificateEndpoints } from '@endpoints/certificates/certificates'
import {
  issueCertificateOnCourseCompleted,
  issueCertificateOnPathCompleted,
  revokeOnAccountErased,
  storePdfOnCertificateIssued,
} from '@hooks/certificates/certificates'

import { domain } from './support/domain'

export const certificates = domain({
  collections: [{ ...Certificates, endpoints: [...certificateEndpoints] }],
  reactions: [
    issueCertificateOnCourseCompleted,
    issueCertificateOnPathCompleted,
    storePdfOnCertificateIssued,
    revokeOnAccountErased,
  ],
})
