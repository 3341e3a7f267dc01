import type { Block, BlocksField, TextField } from 'payload'

import { isWebAddress } from '@/domain/catalog/resources'

const title: TextField = {
  name: 'title',
  type: 'text',
  label: { en: 'Title', he: 'כותרת', ru: 'Название' },
  maxLength: 120,
  required: true,
}

const file: Block = {
  slug: 'file',
  admin: { disableBlockName: true },
  fields: [
    title,
    {
      name: 'file',
      type: 'upload',
      label: { en: 'File', he: 'קובץ', ru: 'Файл' },
      relationTo: 'media',
      required: true,
    },
  ],
  interfaceName: 'FileResource',
  labels: {
    plural: { en: 'Files', he: 'קבצים', ru: 'Файлы' },
    singular: { en: 'File', he: 'קובץ', ru: 'Файл' },
  },
}

const link: Block = {
  slug: 'link',
  admin: { disableBlockName: true },
  fields: [
    title,
    {
      name: 'url',
      type: 'text',
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      maxLength: 2000,
      required: true,
      validate: (value: null | string | undefined) =>
        isWebAddress(value) || 'An address with https://.',
    },
  ],
  interfaceName: 'LinkResource',
  labels: {
    plural: { en: 'Links', he: 'קישורים', ru: 'Ссылки' },
    singular: { en: 'Link', he: 'קישור', ru: 'Ссылка' },
  },
}

/** Files and links that go with a lesson, in their order. Kept as JSON, so what they point at is checked when written. */
export const resources: BlocksField = {
  name: 'resources',
  type: 'blocks',
  admin: {
    description: {
      en: 'Worksheets, slides, links. Learners find them in a tab beneath the lesson; files open for those who may open the lesson.',
      he: 'דפי עבודה, מצגות, קישורים. הלומדים ימצאו אותם בלשונית מתחת לשיעור; הקבצים נפתחים למי שהשיעור פתוח להם.',
      ru: 'Рабочие листы, слайды, ссылки. Студенты видят их на вкладке под уроком; файлы открываются тем, кому открыт урок.',
    },
    initCollapsed: true,
  },
  blocks: [file, link],
  label: { en: 'Resources', he: 'חומרים נלווים', ru: 'Материалы' },
  labels: {
    plural: { en: 'Resources', he: 'חומרים נלווים', ru: 'Материалы' },
    singular: { en: 'Resource', he: 'חומר נלווה', ru: 'Материал' },
  },
  maxRows: 40,
}
