import { Path, Svg } from '@react-pdf/renderer'

import { qrPath } from '../qr/path'

type Props = { colour: string; size: number; value: string }

/** A QR code drawn as one path, `size` points wide. */
export const QrCode = ({ colour, size, value }: Props) => {
  const code = qrPath(value)

  return (
    <Svg style={{ height: size, width: size }} viewBox={`0 0 ${code.size} ${code.size}`}>
      <Path d={code.path} fill={colour} />
    </Svg>
  )
}
