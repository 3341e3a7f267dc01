import type { CollectionAdminOptions } from 'payload'

const pathOf = (folder: string, id: unknown): null | string =>
  typeof id === 'string' ? `/preview/${folder}/${id}` : null

/** The admin of a collection whose documents are seen as readers will, drafts included, at `/preview/<folder>/<id>`: beside the form, and on a page of its own. */
export const previewedAt = (
  folder: 'lessons' | 'pages',
): Pick<CollectionAdminOptions, 'livePreview' | 'preview'> => ({
  livePreview: { url: ({ data }) => pathOf(folder, data.id) },
  preview: ({ id }) => pathOf(folder, id),
})
