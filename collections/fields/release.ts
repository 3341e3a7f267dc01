import type { JSONField } from 'payload'

import { authorField } from '@hooks/access/team'

/** When a section or a lesson opens to a learner, as `ReleaseRule`; empty is at once. */
export const release = ({ isAside = false }: { isAside?: boolean } = {}): JSONField => ({
  name: 'release',
  type: 'json',
  access: { read: authorField },
  admin: {
    components: { Field: '/src/components/admin/ReleaseField#ReleaseField' },
    disableListColumn: true,
    position: isAside ? 'sidebar' : undefined,
  },
  label: { en: 'Opens', he: 'נפתח', ru: 'Открывается' },
})
