import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const STEP_MS = 30_000
const DIGITS = 6
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Codes of the step before and of the step after are taken too: clocks differ, and typing takes its time. */
const NEIGHBOURS = [0, -1, 1]

/** RFC 4648, without padding. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')

  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE_32[parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

const bytesOf = (text: string): Buffer => {
  const bits = [...text].map((letter) => BASE_32.indexOf(letter).toString(2).padStart(5, '0'))

  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2)))
}

/** A secret for an authenticator app: 160 bits in base 32. */
export const newTotpSecret = (): string => base32(randomBytes(20))

/** The number of the half minute that `now` lies in. */
export const totpStep = (now: Date): number => Math.floor(now.getTime() / STEP_MS)

/** The code of one half minute (RFC 6238 with HMAC-SHA-1 and six digits, as apps know it). */
export const totpCode = ({ secret, step }: { secret: string; step: number }): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  const number = (hash.readUInt32BE(at) & 0x7fff_ffff) % 10 ** DIGITS

  return String(number).padStart(DIGITS, '0')
}

/** The half minute that a code belongs to, around `now`; null where it is none of theirs. */
export const stepOfCode = ({
  code,
  now,
  secret,
}: {
  code: string
  now: Date
  secret: string
}): null | number => {
  const given = Buffer.from(code)
  const steps = NEIGHBOURS.map((by) => totpStep(now) + by).filter((step) => {
    const right = Buffer.from(totpCode({ secret, step }))

    return given.length === right.length && timingSafeEqual(given, right)
  })

  return steps[0] ?? null
}

/** The address that a QR code hands to an app: `account` and `issuer` are what the app shows. */
export const totpAddress = ({
  account,
  issuer,
  secret,
}: {
  account: string
  issuer: string
  secret: string
}): string => {
  const query = new URLSearchParams({ digits: String(DIGITS), issuer, period: '30', secret })

  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query.toString().replaceAll('+', '%20')}`
}
