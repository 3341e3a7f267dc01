import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

import { deriveSecret } from '@/secrets'

import { sessionCookie } from './cookies'
import { bearerOf } from './tokens'

/** By what the token of a view begins; no token of a session does. */
const PREFIX = 'view_'

const signature = (token: string, tenant: string): Buffer =>
  createHmac('sha256', deriveSecret({ purpose: `view:${tenant}` }))
    .update(token)
    .digest()

/** A new token. */
export const newViewToken = (): string => `${PREFIX}${randomBytes(24).toString('base64url')}`

/** Whether a token is one of a view, and not of a session. */
export const isViewToken = (token: string): boolean => token.startsWith(PREFIX)

/** The value of the cookie that holds a view's token. */
export const viewValue = (token: string, tenant: string): string =>
  `${token}.${signature(token, tenant).toString('base64url')}`

/** The token that a cookie holds; null where it was not made here. */
export const viewIn = (value: string, tenant: string): null | string => {
  const [token = '', given = ''] = value.split('.')
  const [sent, right] = [Buffer.from(given, 'base64url'), signature(token, tenant)]

  return isViewToken(token) && sent.length === right.length && timingSafeEqual(sent, right)
    ? token
    : null
}

const NAMES = ['http://', 'https://'].map((scheme) => `${sessionCookie(scheme)}_view=`)

/** Whether a request states that it is a view's, which is read and never changes anything, whatever the statement is worth. */
export const isOfView = (headers: Headers): boolean =>
  bearerOf(headers) === null &&
  (headers.get('cookie') ?? '')
    .split(/;\s*/)
    .some((pair) => NAMES.some((name) => pair.startsWith(name)))
