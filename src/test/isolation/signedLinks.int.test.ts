import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { accessToken, refreshOf, refreshToken, sessionOfAccess } from '@/adapters/auth/tokens'
import { keptName } from '@/adapters/auth/verifications'
import { newViewToken, viewIn, viewValue } from '@/adapters/auth/views'
import { newId } from '@/newId'
import { giftKey, opensGift } from '@/operations/commerce/gifts/keys'
import { opensOrder, orderKey } from '@/operations/commerce/orderKeys'
import { signedParts, signParts } from '@/operations/identity/signedParts'
import { hashOf } from '@/operations/identity/tokens'
import { openedFor, workAsked } from '@/operations/learning/assignments/links'
import { fileAsked, fileToken } from '@/operations/learning/downloads'
import { packageAsked, packageToken } from '@/operations/learning/packageLink'
import { grantIn, sealGrant } from '@/operations/learning/streams/grants'
import { unsubscribeAsked, unsubscribeToken } from '@/operations/mail/unsubscribe'

const [mine, theirs] = [newId(), newId()]
const now = new Date()
const until = now.getTime() + 60_000
const id = newId()

/** A link that is signed by parts alone: what one school signed means nothing in another. */
const byParts = (name: string) => (tenant: string) =>
  signedParts({
    count: 2,
    purpose: `${name}:${tenant}`,
    token: signParts([id, String(until)], `${name}:${mine}`),
  })

const grant = { account: id, device: 'd', lesson: id, play: id, session: 's', until, video: id }
const workFile = { id, name: 'work.pdf', type: 'application/pdf', size: 1 } as never

/**
 * By the purpose of each secret that is a school's own: what was made in one school, as a school reads it. What is
 * nothing there is null or false.
 */
const MADE: Record<string, (tenant: string) => unknown> = {
  'access and refresh': (tenant) =>
    sessionOfAccess({
      now: now.getTime(),
      tenant,
      token: accessToken({ now: now.getTime(), session: id, tenant: mine }),
    }) ?? refreshOf({ tenant, token: refreshToken({ rotation: 1, session: id, tenant: mine }) }),
  courseTransfers: byParts('courseTransfers'),
  downloads: (tenant) =>
    fileAsked({ tenant, token: fileToken({ account: id, file: id, lesson: id, until }, mine) }),
  'film-captions': byParts('film-captions'),
  gift: (tenant) => {
    const which = { gift: id, version: 1 }

    return opensGift({ ...which, key: giftKey({ ...which, tenant: mine }), tenant })
  },
  order: (tenant) =>
    opensOrder({
      key: orderKey({ order: id, tenant: mine, until: new Date(until) }),
      now,
      order: id,
      tenant,
    }),
  stream: (tenant) => grantIn({ now: now.getTime(), tenant, token: sealGrant(grant, mine) }),
  'token-hashes': (tenant) => hashOf({ tenant, value: id }) === hashOf({ tenant: mine, value: id }),
  unsubscribe: (tenant) =>
    unsubscribeAsked({
      tenant,
      token: unsubscribeToken({ account: id, event: 'courseUpdates', tenant: mine }),
    }),
  verifications: (tenant) =>
    keptName({ name: id, tenant }) === keptName({ name: id, tenant: mine }),
  view: (tenant) => viewIn(viewValue(newViewToken(), mine), tenant),
  work: (tenant) => {
    const { url } = openedFor({ account: id, now, tenant: mine })(workFile)

    return workAsked({ tenant, token: url.split('/').at(-1) ?? '' })
  },
}

/** Secrets of a school that sign nothing anybody carries, and what proves that they are kept apart. */
const ELSEWHERE: Record<string, string> = {
  '${kind}': 'access and refresh above',
  auth: 'sessions.http.spec.ts: the cookie of one school at another',
  challenges: 'src/adapters/challenges/challenge.int.test.ts',
  'change-email': 'endpoints/identity/account.int.test.ts',
  'tenant-secrets': 'src/secrets.test.ts',
}

/** Secrets of the installation, and why. */
const INSTALLATION: Record<string, string> = {
  backups: 'a backup is of the whole installation',
  'database:${role}': 'a password of a role',
  'key-id': 'names a master key',
  packages: 'plays on a host without a school; the school stands in what is signed',
  payload: 'signs nothing: sessions are ours',
  revalidate: 'between our own processes',
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name)

    return entry.isDirectory()
      ? filesIn(at)
      : /(?<!\.test|\.spec)\.tsx?$/.test(entry.name)
        ? [at]
        : []
  })

/** Every purpose for which the sources derive a secret or sign. */
const purposes = (): string[] => {
  const found = ['src/adapters', 'src/operations', 'src/database', 'endpoints', 'hooks', 'src']
    .flatMap((folder) =>
      folder === 'src' ? ['src/secrets.ts', 'payload.config.ts'] : filesIn(folder),
    )
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8')
      if (!/deriveSecret|signParts/.test(text)) {
        return []
      }

      return [
        ...text.matchAll(/purpose: ['`]([^'`\n]+)['`]/g),
        ...text.matchAll(/purposeOf = \([^)]*\)[^=]*=> `([^`]+)`/g),
        ...text.matchAll(/PURPOSE = '([^']+)'/g),
      ].map(([, purpose = '']) => purpose)
    })

  return [...new Set(found)].sort()
}

describe('what a school signs', () => {
  it('is every secret there is: each names its school and is tried below, or says why not', () => {
    const unknown = purposes().filter((purpose) => {
      const [name = '', school] = purpose.split(':${tenant}')

      return school === undefined
        ? !(purpose in INSTALLATION) && !purpose.startsWith('payments:')
        : !(name in MADE) && !(name in ELSEWHERE)
    })

    expect(unknown).toEqual([])
    expect(purposes().length).toBeGreaterThan(15)
  })

  it.each(Object.entries(MADE))('opens something there, and nothing in another: %s', (_, read) => {
    expect(read(mine)).toBeTruthy()
    expect(read(theirs)).toBeFalsy()
  })

  it('names the school of a package in what is signed', () => {
    const token = packageToken({
      account: id,
      lesson: id,
      media: id,
      origin: 'http://a',
      tenant: mine,
    })

    expect(packageAsked(token)?.tenant).toBe(mine)
    expect(
      packageAsked(`${Buffer.from('x').toString('base64url')}.${token.split('.')[1]}`),
    ).toBeNull()
  })
})
