import type { Field, JSONField, StaticLabel } from 'payload'

import { openParty } from '@hooks/tenancy/taxIds'

import { currency } from '../fields/money'
import { record } from '../fields/record'
import { tenant } from '../fields/tenant'
import { sums } from './sums'
import { taxation } from './taxation'

const party = (name: string, label: StaticLabel): JSONField => ({
  ...record(name, { label }),
  hooks: { afterRead: [openParty] },
})

/**
 * The fields of a document that is issued once and printed from its row alone: its number, which counts the school's
 * documents of its kind without a gap, what it is `about`, its sums, and the parties and lines as they were. `besides` is
 * what only its kind says.
 */
export const issued = ({ about, besides }: { about: Field[]; besides: Field }): Field[] => [
  tenant(),
  {
    name: 'download',
    type: 'ui',
    admin: {
      components: { Field: '/src/components/admin/InvoiceLink#InvoiceLink' },
      disableListColumn: true,
    },
  },
  {
    name: 'number',
    type: 'text',
    label: { en: 'Number', he: 'מספר', ru: 'Номер' },
    required: true,
  },
  { name: 'sequence', type: 'number', admin: { hidden: true }, required: true },
  ...about,
  {
    name: 'issuedAt',
    type: 'date',
    label: { en: 'Issued', he: 'תאריך הנפקה', ru: 'Дата выпуска' },
    required: true,
  },
  { type: 'row', fields: sums() },
  currency(),
  besides,
  party('seller', { en: 'Seller', he: 'המוכר', ru: 'Продавец' }),
  party('buyer', { en: 'Buyer', he: 'הקונה', ru: 'Покупатель' }),
  taxation,
  record('lines', { label: { en: 'Lines', he: 'שורות', ru: 'Строки' } }),
  {
    name: 'locale',
    type: 'text',
    label: { en: 'Language', he: 'שפה', ru: 'Язык' },
    required: true,
  },
  { name: 'timeZone', type: 'text', admin: { hidden: true }, required: true },
]
