import { sendMailSignIn } from '@/operations/identity/mailSignIn'
import { reaction } from '@hooks/events/reaction'

/** Writes the mail with which somebody signs in. */
export const mailOnMailSignInAsked = reaction({
  name: 'mailOnMailSignInAsked',
  on: 'mailSignIn.asked',
  run: ({ data, req, tenant }) => sendMailSignIn({ ...data, req, tenant }),
})
