import type { Field, GroupField, UIField } from 'payload'

import { platformField } from '@hooks/access'

const written = (name: string, type: 'date' | 'text' = 'text') =>
  ({ name, type, admin: { hidden: true } }) as Field

/** What the platform's provider sells as a plan: its ids of product and price, when it was last told, and what it refused since. */
export const sale: GroupField = {
  name: 'sale',
  type: 'group',
  access: { create: () => false, read: platformField, update: () => false },
  admin: { hidden: true },
  fields: [written('product'), written('price'), written('syncedAt', 'date'), written('error')],
}

/** Says in the admin how a plan stands at the provider. */
export const saleState: UIField = {
  name: 'saleState',
  type: 'ui',
  admin: {
    components: { Field: '/src/components/admin/plans/SaleState#SaleState' },
    disableListColumn: true,
    position: 'sidebar',
  },
}
