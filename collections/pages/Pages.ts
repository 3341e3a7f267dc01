import type { CollectionConfig } from 'payload'

import { blocks } from '@blocks/index'
import { anyOf, authored, authors, published } from '@hooks/access'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'
import { ownReferences } from '@hooks/tenancy/relations'

import { drafts, draftsEdit } from '../fields/drafts'
import { previewedAt } from '../fields/preview'
import { slug } from '../fields/slug'
import { tenant } from '../fields/tenant'

/**
 * Landing pages, composed of blocks. The page whose address is `home` is the school's front door.
 * Blocks are kept as JSON, so what they point at is checked when written.
 */
export const Pages: CollectionConfig = {
  slug: 'pages',
  access: authored({ read: anyOf(authors, published), write: authors }),
  admin: {
    components: {
      beforeListTable: ['/src/components/admin/StartingTexts#StartingTexts'],
      edit: draftsEdit,
    },
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    description: {
      en: 'Pages of your site, built of blocks. The one addressed “home” is the front door.',
      he: 'עמודי האתר, בנויים מבלוקים. העמוד שכתובתו home הוא עמוד הבית.',
      ru: 'Страницы сайта из блоков. Та, чей адрес home, — главная.',
    },
    listSearchableFields: ['title', 'slug'],
    useAsTitle: 'title',
    ...previewedAt('pages'),
  },
  fields: [
    tenant(),
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Название' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      admin: { position: 'sidebar' },
      label: { en: 'For search engines', he: 'למנועי חיפוש', ru: 'Для поисковиков' },
      maxLength: 200,
    },
    { name: 'layout', type: 'blocks', blocks, label: { en: 'Blocks', he: 'בלוקים', ru: 'Блоки' } },
    slug(),
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    beforeValidate: [ownReferences('pages', 'layout')],
  },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  labels: {
    plural: { en: 'Pages', he: 'עמודים', ru: 'Страницы' },
    singular: { en: 'Page', he: 'עמוד', ru: 'Страница' },
  },
  versions: drafts,
}
