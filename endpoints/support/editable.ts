import type { AccessResult, CollectionSlug, Where } from 'payload'

import { heldOn } from '@/operations/catalog/team/rights'

import type { SignedIn } from './endpoint'

import { NotAllowed, NotHere } from './errors'

type Document = { collection: CollectionSlug; id: string; req: SignedIn; tenant: string }

/** Throws unless `granted`, what an access rule answered, has this document of the school. */
const requireGranted = async (
  granted: AccessResult,
  { id, collection, req, tenant }: Document,
): Promise<void> => {
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

/** Throws unless whoever asks may read this document of the school, as it is stored. */
export const requireReadable = async (document: Document): Promise<void> => {
  const { id, collection, req } = document
  const { access } = req.payload.collections[collection].config
  await requireGranted(await access.read({ id, req }), document)
}

/** Throws unless whoever asks may change this document of the school, or the school itself; one in the trash nobody changes. */
export const requireEditable = async (document: Document): Promise<void> => {
  const { id, collection, req, tenant } = document
  if (collection === 'courses') {
    const held = await heldOn({ course: id, req, right: 'write', tenant })
    if (held === 'forbidden') {
      throw new NotAllowed()
    }
    if (!held) {
      throw new NotHere()
    }

    return
  }
  const { access } = req.payload.collections[collection].config
  await requireGranted(await access.update({ id, req }), document)
}
