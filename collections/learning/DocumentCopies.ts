import type { CollectionConfig } from 'payload'

import { machineWritten, tenantStaff } from '@hooks/access'

import { coded } from '../fields/coded'
import { tenant } from '../fields/tenant'

/** Whose copies of a document carry which code, from the first that was made; one row for an account and a document. */
export const DocumentCopies: CollectionConfig = {
  slug: 'document-copies',
  access: machineWritten(tenantStaff),
  admin: {
    components: { beforeListTable: ['/src/components/admin/CodeFinder#CodeFinder'] },
    defaultColumns: ['code', 'account', 'lesson', 'document', 'createdAt'],
    description: {
      en: 'Which code stands in whose copies of a document. Look for the code of a copy that turned up to find whose it is.',
      he: 'איזה קוד מופיע בעותקים של מי. חפשו את הקוד שבעותק שצץ כדי למצוא של מי הוא.',
      ru: 'Какой код стоит в чьих копиях документа. Найдите код всплывшей копии и узнаете, чья она.',
    },
    listSearchableFields: ['code'],
    useAsTitle: 'code',
  },
  fields: [
    tenant(),
    ...coded(),
    // The id of a file, which may go before this row does.
    {
      name: 'document',
      type: 'text',
      label: { en: 'Document', he: 'מסמך', ru: 'Документ' },
      required: true,
    },
  ],
  indexes: [
    { fields: ['tenant', 'code'], unique: true },
    { fields: ['tenant', 'account', 'document'], unique: true },
  ],
  labels: {
    plural: { en: 'Marked documents', he: 'מסמכים מסומנים', ru: 'Помеченные документы' },
    singular: { en: 'Marked document', he: 'מסמך מסומן', ru: 'Помеченный документ' },
  },
  lockDocuments: false,
}
