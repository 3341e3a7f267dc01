import type { CollectionConfig } from 'payload'

import { TRANSFER_KINDS, TRANSFER_STATES } from '@/domain/catalog/transfer/job'
import { machineWritten, nobody } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * Courses on their way out of a school, into it, or from one course into another: one job, however many there are.
 * Read through `/api/transfers` alone.
 */
export const CourseTransfers: CollectionConfig = {
  slug: 'course-transfers',
  access: machineWritten(nobody),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'kind', type: 'select', options: [...TRANSFER_KINDS], required: true },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'uploading',
      options: [...TRANSFER_STATES],
      required: true,
    },
    { name: 'askedBy', type: 'relationship', relationTo: 'users' },
    // Chosen by who asks, so that asking twice is asking once.
    { name: 'key', type: 'text', required: true },
    { name: 'name', type: 'text' },
    { name: 'size', type: 'number' },
    { name: 'reason', type: 'json' },
    { name: 'files', type: 'json' },
    { name: 'expiresAt', type: 'date', required: true },
  ],
  indexes: [{ fields: ['tenant', 'key'], unique: true }],
  lockDocuments: false,
}
