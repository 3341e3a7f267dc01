import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { amount } from '../fields/money'
import { tenant } from '../fields/tenant'

/** What a refund takes of one line of its order, in minor units: `net` of the school's money and `tax` of the state's. */
export const RefundLines: CollectionConfig = {
  slug: 'refund-lines',
  access: machineWritten(anyOf(managers, owner('refund.order.buyer'))),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'refund', type: 'relationship', index: true, relationTo: 'refunds', required: true },
    { name: 'line', type: 'relationship', index: true, relationTo: 'order-lines', required: true },
    amount('net'),
    amount('tax'),
  ],
  indexes: [{ fields: ['tenant', 'refund', 'line'], unique: true }],
  labels: {
    plural: { en: 'Lines of refunds', he: 'שורות החזר', ru: 'Строки возвратов' },
    singular: { en: 'Line of a refund', he: 'שורת החזר', ru: 'Строка возврата' },
  },
  lockDocuments: false,
}
