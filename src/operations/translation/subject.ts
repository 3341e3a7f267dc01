import type { PayloadRequest } from 'payload'

import type { Subject } from './store'

/**
 * A document as its author has it now, drafts included, with the texts that are to be translated; null
 * where there is none. Whoever calls has made sure that the asker may change it.
 */
export const authoredDocument = ({
  req,
  subject: { id, collection },
}: {
  req: PayloadRequest
  subject: Subject
}): Promise<null | object> =>
  req.payload.findByID({
    id,
    collection,
    depth: 0,
    disableErrors: true,
    draft: hasDrafts(req, collection),
    overrideAccess: true,
    req,
  })

/** The same as readers have it, where that is another; null where it is not, or was never published. */
export const shownDocument = async ({
  req,
  subject: { id, collection },
}: {
  req: PayloadRequest
  subject: Subject
}): Promise<null | object> =>
  hasDrafts(req, collection)
    ? req.payload.findByID({
        id,
        collection,
        depth: 0,
        disableErrors: true,
        overrideAccess: true,
        req,
      })
    : null

const hasDrafts = ({ payload }: PayloadRequest, collection: Subject['collection']): boolean =>
  Boolean(payload.collections[collection].config.versions)
