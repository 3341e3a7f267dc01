import { renderToBuffer } from '@react-pdf/renderer'

import { familiesOf } from '@/domain/tenancy/theme/faces'

import type { CertificateText } from './types'

import { fontsReady } from './fonts'
import { Sheet } from './Sheet'

/** Sets a certificate as a PDF of one A4 page in landscape. Long names are set smaller, never cut into. */
export const renderCertificate = async (text: CertificateText): Promise<Buffer> => {
  await fontsReady(familiesOf(text.school.fontPair ?? 'friendly'))

  return renderToBuffer(Sheet(text))
}
