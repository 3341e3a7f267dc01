import type { MailTemplate } from '../types'

/** Tells the address that an account had that the account is gone. */
export const accountErased: MailTemplate<'accountErased'> = { values: () => ({}) }
