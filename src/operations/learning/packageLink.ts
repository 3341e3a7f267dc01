import { signedParts, signParts } from '@/operations/identity/signedParts'

/** What a package is opened by: whose it is, in which lesson, from which origin, and until when, in ms. */
export type PackageLink = {
  account: string
  lesson: string
  media: string
  origin: string
  tenant: string
  until: number
}

/** How long a package stays open, in ms: a long day of learning. */
const OPEN_FOR = 12 * 60 * 60_000

const PURPOSE = 'packages'

/** What opens a package, signed: the host it plays on has no sessions, so that it stands in its address. */
export const packageToken = ({
  now = new Date(),
  ...link
}: Omit<PackageLink, 'until'> & { now?: Date }): string => {
  const { account, lesson, media, origin, tenant } = link

  return signParts(
    [tenant, account, lesson, media, String(now.getTime() + OPEN_FOR), origin],
    PURPOSE,
  )
}

/** What a token was signed for; null where it was not, or its time is over. */
export const packageAsked = (token: string, now = new Date()): null | PackageLink => {
  const parts = signedParts({ count: 6, purpose: PURPOSE, token })
  const [tenant = '', account = '', lesson = '', media = '', until, origin = ''] = parts ?? []

  return Number(until) > now.getTime()
    ? { account, lesson, media, origin, tenant, until: Number(until) }
    : null
}
