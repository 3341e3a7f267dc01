import type { FieldHook, TextField } from 'payload'

import { isSlug } from '@/domain/tenancy/hosts'
import { slugFrom } from '@/domain/catalog/slugs'

const fillSlug =
  (from: string): FieldHook =>
  ({ data, value }) => {
    const text: unknown = value || data?.[from]

    return typeof text === 'string' ? slugFrom(text) : value
  }

/** A copy needs an address of its own, and may be copied again. */
const copiedSlug: FieldHook = ({ value }) =>
  typeof value === 'string' ? `${value.slice(0, 54)}-${crypto.randomUUID().slice(0, 8)}` : value

/**
 * The name of a row in addresses, made from `from` when left empty. Unique within its school by the
 * collection's `['tenant', 'slug']` index.
 */
export const slug = (from = 'title'): TextField => ({
  name: 'slug',
  type: 'text',
  admin: { position: 'sidebar' },
  hooks: { beforeDuplicate: [copiedSlug], beforeValidate: [fillSlug(from)] },
  index: true,
  label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
  required: true,
  validate: (value: null | string | undefined) =>
    (typeof value === 'string' && isSlug(value)) || 'Letters, digits and hyphens, 63 at most.',
})
