import type { UIField } from 'payload'

/**
 * Where a row stands among those of the same parent, with buttons that move it: what dragging does, for
 * those who work by keyboard or cannot drag. `order` is the field in which Payload keeps the order.
 */
export const place = ({
  isAside = false,
  order,
  parent,
}: {
  isAside?: boolean
  order: string
  parent: string
}): UIField => ({
  name: 'place',
  type: 'ui',
  admin: {
    components: {
      Field: { clientProps: { order, parent }, path: '/src/components/admin/Place#Place' },
    },
    disableListColumn: true,
    position: isAside ? 'sidebar' : undefined,
  },
})
