import { eventually } from './eventually'
import { signedIn, type Visitor } from './visitor'

/** A mail in the platform's outbox, as `GET /api/outbox/:id` answers it. */
export type Mail = {
  html: string
  id: string
  kind: string
  locale: string
  school: string
  status: string
  subject: string
  text: string
  to: string
}

let staff: Promise<Visitor> | undefined

/** The platform's staff, signed in once for a test file. */
export const platformStaff = (): Promise<Visitor> =>
  (staff ??= signedIn({ email: 'super@lectern.test', place: 'platform' }))

/** Every mail to an address, newest first, without what they say. */
export const mailsTo = async (to: string): Promise<Pick<Mail, 'id' | 'kind' | 'status'>[]> => {
  const answer = await (await platformStaff()).get(`/api/outbox?to=${encodeURIComponent(to)}`)

  return answer.json<{ mails: Mail[] }>().mails
}

/** The newest mail of a kind to an address, once it was sent; waits for it. */
export const mailTo = async (to: string, kind: string): Promise<Mail> => {
  const { id } = await eventually(async () =>
    (await mailsTo(to)).find((mail) => mail.kind === kind && mail.status === 'sent'),
  )
  const answer = await (await platformStaff()).get(`/api/outbox/${id}`)

  return answer.json<{ mail: Mail }>().mail
}

/** The one link in a mail's text whose address holds `part`; throws where there is none. */
export const linkIn = ({ text }: Mail, part: string): string => {
  const link = [...text.matchAll(/https?:\/\/[^\s<>"']+/g)]
    .map(([found]) => found)
    .find((found) => found.includes(part))
  if (!link) {
    throw new Error(`No link with ${part} in: ${text}`)
  }

  return link
}
