import { cache } from 'react'

import config from '@payload-config'
import { headers as requestHeaders } from 'next/headers'
import { redirect } from 'next/navigation'
import { createLocalReq, getPayload } from 'payload'

import { wantsTemplate } from '@/adapters/cache/templates'
import type { SessionUser } from '@/operations/identity/session'

import { asTenant } from '@/database/scope'
import { withNext } from '@/domain/identity/nextPath'
import { sessionUser } from '@/operations/identity/session'

/**
 * The visitor's request as Payload knows it: one per render, with whoever is signed in. It asks for the
 * session alone; `payload.auth` would work out every permission of every field as well.
 */
export const currentRequest = cache(async () => {
  const payload = await getPayload({ config })
  const headers = await requestHeaders()
  const user = await sessionUser({ headers, payload })

  return createLocalReq({ req: { headers }, user: (user as never) ?? undefined }, payload)
})

/** True where the page is to leave out what is one reader's. */
export const isTemplate = async (): Promise<boolean> => wantsTemplate(await requestHeaders())

/** Who is signed in, or null. */
export const currentUser = async (): Promise<null | SessionUser> => {
  const { user } = await currentRequest()

  return user as unknown as null | SessionUser
}

/** Who is signed in; sends everybody else to sign in first, and from there back to `path`. */
export const signedInAt = async (path: string): Promise<SessionUser> =>
  (await currentUser()) ?? redirect(withNext('/sign-in', path))

/** The key of a page's address, where it opens the page. */
type Held = { key: null | string; user: null | SessionUser }

/**
 * Who opens the page at `path`, which is its owner's, and anybody's who holds its key: with the key of the address where it `opens`
 * the page. Visitors without one are sent to sign in first, and from there back.
 */
export const holderAt = async (
  path: string,
  {
    opens,
    searchParams,
  }: {
    opens: (key: string) => boolean
    searchParams: Promise<{ key?: string | string[] }>
  },
): Promise<Held> => {
  const { key } = await searchParams
  const held = typeof key === 'string' && opens(key) ? key : null

  return { key: held, user: held ? await currentUser() : await signedInAt(path) }
}

/**
 * Reads for a page that is kept in the cache: as an anonymous visitor of the school that the page's
 * `[tenant]` parameter names, since a render in the background has no host.
 */
export const asVisitor = async <T>(
  tenant: string,
  read: (req: Awaited<ReturnType<typeof createLocalReq>>) => Promise<T>,
): Promise<T> => {
  const payload = await getPayload({ config })

  return asTenant(tenant, async () => read(await createLocalReq({}, payload)))
}
