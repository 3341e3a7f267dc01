import type { CollectionConfig } from 'payload'
import { tenant } from '../fields/tenant'
export const Media: CollectionConfig = { slug: 'media', access: { read: () => false }, fields: [tenant(), { name: 'duration', type: 'number' }], upload: { staticDir: 'media/uploads' } }
