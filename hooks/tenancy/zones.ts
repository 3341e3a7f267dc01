import type { CollectionAfterChangeHook } from 'payload'

import { idOf } from '@/domain/ids'
import { announce } from '@hooks/events/announce'

type Zoned = {
  id: string
  /** Of a school. */
  settings?: { timeZone?: null | string }
  tenant?: null | string | { id: string }
  /** Of a person. */
  timeZone?: null | string
}

const zoneOf = ({ settings, timeZone }: Zoned): null | string =>
  timeZone ?? settings?.timeZone ?? null

/** Announces that the clock of a person, or of a whole school, shows another time. */
export const zoneChanged: CollectionAfterChangeHook<Zoned> = async ({
  collection: { slug },
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const isSchool = slug === 'tenants'
  const tenant = isSchool ? doc.id : doc.tenant && idOf(doc.tenant)
  if (operation === 'update' && tenant && zoneOf(doc) !== zoneOf(previousDoc)) {
    await announce({
      data: { account: isSchool ? null : doc.id },
      fact: 'zone.changed',
      req,
      tenant,
    })
  }
}
