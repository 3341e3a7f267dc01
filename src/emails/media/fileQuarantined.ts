import type { MailTemplate } from '../types'

/** Tells whoever uploaded a file that a virus was found in it, and what to do. */
export const fileQuarantined: MailTemplate<'fileQuarantined'> = {
  values: ({ data: { file, virus } }) => ({ file, virus }),
}
