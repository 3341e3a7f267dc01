import type { CollectionConfig } from 'payload'

import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** An offer that somebody means to buy, kept until it is bought or taken out; one row for each. `amount` is the price they name, in minor units of `currency` (the school's own where there is none), where it is theirs to name. */
export const CartItems: CollectionConfig = {
  slug: 'cart-items',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'buyer', type: 'relationship', relationTo: 'users', required: true },
    { name: 'offer', type: 'relationship', index: true, relationTo: 'offers', required: true },
    { name: 'cohort', type: 'relationship', relationTo: 'cohorts' },
    { name: 'amount', type: 'number', min: 0 },
    { name: 'currency', type: 'text', maxLength: 3 },
  ],
  indexes: [{ fields: ['tenant', 'buyer', 'offer'], unique: true }],
  labels: {
    plural: { en: 'Cart items', he: 'פריטים בעגלות', ru: 'Товары в корзинах' },
    singular: { en: 'Cart item', he: 'פריט בעגלה', ru: 'Товар в корзине' },
  },
  lockDocuments: false,
}
