import type { RelationshipField } from 'payload'

import { authorField } from '@hooks/access/team'

/** Who wrote a version; none where it was the platform. `hooks/catalog/editing.ts` alone sets it. */
export const editor: RelationshipField = {
  name: 'editor',
  type: 'relationship',
  access: { create: () => false, read: authorField, update: () => false },
  admin: { hidden: true },
  label: { en: 'Written by', he: 'נכתב על ידי', ru: 'Кто написал' },
  relationTo: 'users',
}
