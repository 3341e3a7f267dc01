import { Certificates } from '@collections/certificates/Certificates'
import { certificateEndpoints } from '@endpoints/certificates/certificates'
import {
  issueCertificateOnCourseCompleted,
  revokeOnAccountErased,
  storePdfOnCertificateIssued,
} from '@hooks/certificates/certificates'

import { domain } from './support/domain'

export const certificates = domain({
  collections: [{ ...Certificates, endpoints: [...certificateEndpoints] }],
  reactions: [
    issueCertificateOnCourseCompleted,
    storePdfOnCertificateIssued,
    revokeOnAccountErased,
  ],
})
