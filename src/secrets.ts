import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

import { env } from './env'

/**
 * A secret for one purpose, derived from a master secret by HKDF-SHA-256 (RFC 5869): knowing one
 * tells nothing of another. Answers base64url text of `length` bytes of key material.
 */
export const deriveSecret = ({
  length = 32,
  master = env().LECTERN_SECRET,
  purpose,
}: {
  length?: number
  master?: string
  purpose: string
}): string => {
  const key = JSON.stringify([master, length, purpose])
  const secret =
    derived.get(key) ??
    Buffer.from(hkdfSync('sha256', master, 'lectern', purpose, length)).toString('base64url')
  if (derived.size > MOST_KEPT) {
    derived.clear()
  }
  derived.set(key, secret)

  return secret
}

/** Secrets derived before, since a request may need several. */
const derived = new Map<string, string>()
const MOST_KEPT = 10_000

/** A master key and the name under which what it sealed says so; the name tells nothing of the key. */
type MasterKey = { id: string; master: string }

/** The master keys that open what is sealed, the one that seals first. */
const masterKeys = (): MasterKey[] =>
  [...new Set([...env().SEALING_KEYS, env().LECTERN_SECRET])].map((master) => ({
    id: deriveSecret({ length: 6, master, purpose: 'key-id' }),
    master,
  }))

/** The key that seals now. */
export const sealingKey = (): MasterKey => masterKeys()[0] as MasterKey

/** The master key of an id; throws where this installation was not given it. */
export const masterKey = (id: string): MasterKey => {
  const found = masterKeys().find((key) => key.id === id)
  if (!found) {
    throw new Error(`No key ${id} is among SEALING_KEYS and LECTERN_SECRET.`)
  }

  return found
}

const ALGORITHM = 'aes-256-gcm'
const keyOf = ({ master, tenant }: { master: string; tenant: string }) =>
  Buffer.from(
    deriveSecret({ length: 32, master, purpose: `tenant-secrets:${tenant}` }),
    'base64url',
  )

/** Encrypts a school's secret with AES-256-GCM under a key of that school alone: `v2.<key>.<iv>.<tag>.<text>`. */
export const seal = ({ tenant, value }: { tenant: string; value: string }): string => {
  const { id, master } = sealingKey()
  const iv = randomBytes(12)
  const cipher = createCipheriv(ALGORITHM, keyOf({ master, tenant }), iv)
  cipher.setAAD(Buffer.from(tenant))
  const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])

  return [
    'v2',
    id,
    ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
  ].join('.')
}

/** What every text begins with that the present key sealed. */
export const sealedNow = (): string => `v2.${sealingKey().id}.`

/** What a sealed text looks like, as a regular expression of PostgreSQL. Whether it is one, only `unseal` knows. */
export const sealedLike = String.raw`^v(1|2\.[\w-]{8})\.[\w-]{16}\.[\w-]{22}\.[\w-]*$`

/** The same, of any text within JSON. */
export const sealedInJson = String.raw`"v(1|2\.[\w-]{8})\.[\w-]{16}\.[\w-]{22}\.[\w-]*"`

const SEALED = new RegExp(sealedLike, 'u')

/** Whether a text has the looks of a sealed one. */
export const isSealed = (text: string): boolean => SEALED.test(text)

type Sealed = { iv: string; masters: string[]; tag: string; text: string }

/** Texts of `v1` do not name their key: each is tried. */
const partsOf = (sealed: string): Sealed => {
  const [version, ...parts] = sealed.split('.')
  const [id, iv, tag, text] = version === 'v1' ? ['', ...parts] : parts
  if (!['v1', 'v2'].includes(version ?? '') || !iv || !tag || text === undefined) {
    throw new Error('Not a sealed secret.')
  }
  const masters = id ? [masterKey(id).master] : masterKeys().map(({ master }) => master)

  return { iv, masters, tag, text }
}

const opened = (
  { iv, tag, text }: Omit<Sealed, 'masters'>,
  { master, tenant }: { master: string; tenant: string },
): string => {
  const decipher = createDecipheriv(
    ALGORITHM,
    keyOf({ master, tenant }),
    Buffer.from(iv, 'base64url'),
  )
  decipher.setAAD(Buffer.from(tenant))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))

  return Buffer.concat([
    decipher.update(Buffer.from(text, 'base64url')),
    decipher.final(),
  ]).toString('utf8')
}

/** The plain text of what `seal` made for the same school under any key that is known; throws otherwise. */
export const unseal = ({ sealed, tenant }: { sealed: string; tenant: string }): string => {
  const { masters, ...parts } = partsOf(sealed)
  for (const master of masters.slice(0, -1)) {
    try {
      return opened(parts, { master, tenant })
    } catch {
      // Sealed under one of the others.
    }
  }

  return opened(parts, { master: masters.at(-1) ?? '', tenant })
}
