import type { QrPath } from '@/domain/qr'

/** Light modules around the code, without which cameras do not find it. */
const QUIET = 4

/** A QR code, dark on light in either theme, since not every camera reads the other way round. */
export const QrCode = ({ code: { path, size }, label }: { code: QrPath; label: string }) => {
  const side = size + 2 * QUIET

  return (
    <svg
      aria-label={label}
      className="size-48 max-w-full self-center rounded-card"
      role="img"
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
    >
      <rect fill="white" height={side} width={side} x={-QUIET} y={-QUIET} />
      <path d={path} fill="black" />
    </svg>
  )
}
