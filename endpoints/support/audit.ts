import type { PayloadRequest } from 'payload'

import { SECRET, withoutSecrets } from '@/domain/events/auditChanges'
import { AUDITED_ENDPOINTS } from '@/domain/identity/permissions/audited'
import { audited } from '@/operations/events/audit'
import { worksHere } from '@hooks/access'

type Call = {
  answered: object
  method: string
  /** As the endpoint was defined. */
  path: string
  req: PayloadRequest
  sent: object | undefined
  tenant: string
}

/** Parameters that are an open door to whoever reads them. */
const LENT = ['key', 'token']

/** What Payload adds to the parameters of a path that begins with the name of a collection. */
const MOUNTED = 'collection'

/** The path's parameters say which row is meant, all else how it is to be. */
const parted = (
  path: string,
  sent: object,
  isMounted: boolean,
): { asked: object; named: [string, unknown][] } => {
  const entries = Object.entries(sent)
    .filter(([name]) => !isMounted || name !== MOUNTED)
    .map(([name, value]): [string, unknown] => [name, LENT.includes(name) ? SECRET : value])
  const isNamed = ([name]: [string, unknown]) => path.includes(`/:${name}`)

  return {
    asked: Object.fromEntries(entries.filter((one) => !isNamed(one))),
    named: entries.filter(isNamed),
  }
}

/** A path as the published matrix has it: some are defined below the collection that they are mounted on. */
const wholePath = ({ routeParams }: PayloadRequest, path: string): string => {
  const collection = routeParams?.[MOUNTED]

  return typeof collection !== 'string' || path.startsWith(`/${collection}/`)
    ? path
    : `/${collection}${path}`
}

/**
 * Writes a call of a privileged operation down, as the table of audited ones has it: in the transaction of the call where it has one. What somebody
 * sent may speak of people, and so can be taken out; of one's own account it is not kept at all. A refusal changes nothing and leaves nothing.
 */
export const auditCall = async ({
  answered,
  method,
  path: below,
  req,
  sent = {},
  tenant,
}: Call): Promise<void> => {
  const path = wholePath(req, below)
  const operation = `${method.toUpperCase()} ${path}`
  const verdict = AUDITED_ENDPOINTS[operation]
  const isTold = verdict === 'always' || (verdict === 'staff' && worksHere(req))
  if (!isTold || (answered instanceof Response && !answered.ok)) {
    return
  }
  const { asked, named } = parted(path, sent, req.routeParams?.[MOUNTED] !== undefined)
  const isOwn = path.startsWith('/account')
  await audited(req, {
    changes: { named: Object.fromEntries(named) },
    collection: path.split('/')[1] ?? '',
    document: named.length > 0 ? named.map(([, value]) => String(value)).join('/') : null,
    operation,
    personal: isOwn
      ? null
      : { after: withoutSecrets(asked) as Record<string, unknown>, before: {} },
    subject: isOwn ? req.user?.id : null,
    tenant,
  })
}
