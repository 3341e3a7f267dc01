import type { Payload } from 'payload'

import { tenantOfHost } from '@/database/hosts'
import { authFor } from '@/operations/identity/auth'
import { DEMO_PASSWORD } from '@/seed/people'

/** Somebody at some host: a cookie, or a token for the API, or none. */
export type Actor = { bearer?: string; cookie: string; name: string }

/** Signs a demo account in at its own host and answers its cookie. */
export const signIn = async ({
  name,
  email,
  host,
  payload,
}: {
  email: string
  host: string
  name: string
  payload: Payload
}): Promise<Actor> => {
  const tenant = await tenantOfHost(host)
  if (!tenant) {
    throw new Error(`No school at ${host}.`)
  }
  const origin = `http://${host}:3000`
  const answer = await authFor({ host, payload, tenant }).handler(
    new Request(`${origin}/api/auth/sign-in/email`, {
      body: JSON.stringify({ email, password: DEMO_PASSWORD }),
      headers: { 'Content-Type': 'application/json', host, origin },
      method: 'POST',
    }),
  )
  if (!answer.ok) {
    throw new Error(`${email} could not sign in: ${answer.status}.`)
  }

  return {
    name,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
}
