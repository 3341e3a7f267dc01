import type { CollectionConfig } from 'payload'

import { ITEM_STATES } from '@/domain/catalog/transfer/job'
import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** One course of a transfer: where it comes from, how far it is, and what became of it. */
export const CourseTransferItems: CollectionConfig = {
  slug: 'course-transfer-items',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'title' },
  fields: [
    tenant(),
    {
      name: 'transfer',
      type: 'relationship',
      index: true,
      relationTo: 'course-transfers',
      required: true,
    },
    { name: 'place', type: 'number', required: true },
    // The course it is made of, or the member of the archive that holds it.
    { name: 'source', type: 'text', required: true },
    { name: 'title', type: 'text', required: true },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'waiting',
      options: [...ITEM_STATES],
      required: true,
    },
    { name: 'attempts', type: 'number', defaultValue: 0, required: true },
    { name: 'reason', type: 'json' },
    // Files that were uploaded for it, by their names in the archive.
    { name: 'media', type: 'json' },
    { name: 'made', type: 'text' },
    // Courses that come before and were not found: their addresses and titles.
    { name: 'missing', type: 'json' },
    { name: 'file', type: 'json' },
    // What a clone is called, and by how many days its dates are shifted.
    { name: 'options', type: 'json' },
  ],
  indexes: [
    { fields: ['tenant', 'transfer', 'place'], unique: true },
    { fields: ['tenant', 'transfer', 'source'], unique: true },
  ],
  lockDocuments: false,
}
