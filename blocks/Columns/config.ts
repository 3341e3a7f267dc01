import type { Block, Field, RichTextField } from 'payload'

/** Texts beside one another, two or three, that stand below one another on a phone. */
export const columnsWith = (editor: RichTextField['editor']): Block => {
  const column = (name: string, label: Record<string, string>, required: boolean): Field => ({
    name,
    type: 'richText',
    editor,
    label,
    required,
  })

  return {
    slug: 'columns',
    admin: { disableBlockName: true },
    fields: [
      column('first', { en: 'First column', he: 'טור ראשון', ru: 'Первая колонка' }, true),
      column('second', { en: 'Second column', he: 'טור שני', ru: 'Вторая колонка' }, true),
      column('third', { en: 'Third column', he: 'טור שלישי', ru: 'Третья колонка' }, false),
    ],
    interfaceName: 'ColumnsBlock',
    labels: {
      plural: { en: 'Columns', he: 'טורים', ru: 'Колонки' },
      singular: { en: 'Columns', he: 'טורים', ru: 'Колонки' },
    },
  }
}
