import type { Field, Plugin } from 'payload'

const CELL = '/src/components/admin/YesNoCell#YesNoCell'

const withCell = (field: Field): Field => {
  if (field.type === 'checkbox') {
    const { admin } = field

    return { ...field, admin: { ...admin, components: { Cell: CELL, ...admin?.components } } }
  }
  if (field.type === 'tabs') {
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(withCell) })),
    }
  }

  return field.type === 'row' || field.type === 'collapsible'
    ? { ...field, fields: field.fields.map(withCell) }
    : field
}

/** Has lists say yes and no in the reader's language, where Payload says true and false. */
export const truths: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    fields: collection.fields.map(withCell),
  })),
})
