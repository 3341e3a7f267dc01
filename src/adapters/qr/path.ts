import { create } from 'qrcode'

import type { QrPath } from '@/domain/qr'

/** The QR code of a text (ISO/IEC 18004, correction level M): one rectangle for each run of dark modules in a row. */
export const qrPath = (value: string): QrPath => {
  const { modules } = create(value, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    let column = 0
    while (column < size) {
      const start = column
      while (column < size && modules.get(row, column) === 1) {
        column += 1
      }
      const length = column - start
      path += length > 0 ? `M${start} ${row}h${length}v1h-${length}z` : ''
      column += length > 0 ? 0 : 1
    }
  }

  return { path, size }
}
