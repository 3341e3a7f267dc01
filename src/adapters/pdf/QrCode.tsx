import { Path, Svg } from '@react-pdf/renderer'
import { create } from 'qrcode'

type Props = { colour: string; size: number; value: string }

/** One rectangle for each run of dark modules in a row. */
const pathOf = (size: number, isDark: (row: number, column: number) => boolean): string => {
  let path = ''
  for (let row = 0; row < size; row += 1) {
    let column = 0
    while (column < size) {
      const start = column
      while (column < size && isDark(row, column)) {
        column += 1
      }
      const length = column - start
      path += length > 0 ? `M${start} ${row}h${length}v1h-${length}z` : ''
      column += 1
    }
  }

  return path
}

/** A QR code (ISO/IEC 18004, correction level M) drawn as one path, `size` points wide. */
export const QrCode = ({ colour, size, value }: Props) => {
  const { modules } = create(value, { errorCorrectionLevel: 'M' })

  return (
    <Svg style={{ height: size, width: size }} viewBox={`0 0 ${modules.size} ${modules.size}`}>
      <Path
        d={pathOf(modules.size, (row, column) => modules.get(row, column) === 1)}
        fill={colour}
      />
    </Svg>
  )
}
