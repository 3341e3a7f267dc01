import type { CollectionSlug, Where } from 'payload'

import type { SignedIn } from './endpoint'

import { NotAllowed, NotHere } from './errors'

/** Throws unless whoever asks may change this document of the school, or the school itself; one in the trash nobody changes. */
export const requireEditable = async ({
  id,
  collection,
  req,
  tenant,
}: {
  collection: CollectionSlug
  id: string
  req: SignedIn
  tenant: string
}): Promise<void> => {
  const { access } = req.payload.collections[collection].config
  const granted = await access.update({ id, req })
  if (!granted) {
    throw new NotAllowed()
  }
  const own: Where[] = [
    { id: { equals: id } },
    { [collection === 'tenants' ? 'id' : 'tenant']: { equals: tenant } },
  ]
  const { totalDocs } = await req.payload.count({
    collection,
    overrideAccess: true,
    req,
    where: { and: granted === true ? own : [...own, granted] },
  })
  if (totalDocs === 0) {
    throw new NotHere()
  }
}
