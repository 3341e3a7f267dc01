import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

import { env } from './env'

/**
 * A secret for one purpose, derived from the master secret by HKDF-SHA-256 (RFC 5869): knowing one
 * tells nothing of another. Answers base64url text of `length` bytes of key material.
 */
export const deriveSecret = ({
  length = 32,
  purpose,
}: {
  length?: number
  purpose: string
}): string => {
  const master = env().LECTERN_SECRET
  if (derived.master !== master || derived.secrets.size > MOST_KEPT) {
    derived.master = master
    derived.secrets.clear()
  }
  const key = `${length} ${purpose}`
  const known = derived.secrets.get(key)
  const secret =
    known ??
    Buffer.from(hkdfSync('sha256', master, 'lectern', purpose, length)).toString('base64url')
  derived.secrets.set(key, secret)

  return secret
}

/** Secrets derived before, since a request may need several. */
const derived = { master: '', secrets: new Map<string, string>() }
const MOST_KEPT = 10_000

const ALGORITHM = 'aes-256-gcm'
const keyOf = (tenant: string) =>
  Buffer.from(deriveSecret({ length: 32, purpose: `tenant-secrets:${tenant}` }), 'base64url')

/** Encrypts a school's secret with AES-256-GCM under a key of that school alone: `v1.<iv>.<tag>.<text>`. */
export const seal = ({ tenant, value }: { tenant: string; value: string }): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv(ALGORITHM, keyOf(tenant), iv)
  cipher.setAAD(Buffer.from(tenant))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])

  return [
    'v1',
    ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
  ].join('.')
}

/** The plain text of what `seal` made for the same school; throws when either differs. */
export const unseal = ({ sealed, tenant }: { sealed: string; tenant: string }): string => {
  const [version, iv, tag, text] = sealed.split('.')
  if (version !== 'v1' || !iv || !tag || text === undefined) {
    throw new Error('Not a sealed secret.')
  }
  const decipher = createDecipheriv(ALGORITHM, keyOf(tenant), Buffer.from(iv, 'base64url'))
  decipher.setAAD(Buffer.from(tenant))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))

  return Buffer.concat([
    decipher.update(Buffer.from(text, 'base64url')),
    decipher.final(),
  ]).toString('utf8')
}
