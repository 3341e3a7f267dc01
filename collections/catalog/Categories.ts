import type { CollectionConfig } from 'payload'

import { anyone, managers, nobody, staffOnly } from '@hooks/access'
import { keepTree, keepUsedCategory } from '@hooks/catalog/categories'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { slug } from '../fields/slug'
import { tenant } from '../fields/tenant'

const LONGEST_NAME = 60

/** The shelves of a school's catalog: a tree of three levels at most. A course has one, and may stand on more. */
export const Categories: CollectionConfig = {
  slug: 'categories',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: anyone,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['name', 'parent', 'position'],
    description: {
      en: 'The shelves of your catalog. A course has one main category, and may stand in more.',
      he: 'המדפים של הקטלוג. לכל קורס קטגוריה ראשית אחת, ואפשר להציג אותו גם באחרות.',
      ru: 'Полки вашего каталога. У курса одна главная категория, но он может стоять и в других.',
    },
    preview: (doc) => (typeof doc.slug === 'string' ? `/courses/category/${doc.slug}` : null),
    useAsTitle: 'name',
  },
  defaultPopulate: { name: true, slug: true },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: LONGEST_NAME,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', he: 'תיאור', ru: 'Описание' },
      maxLength: 300,
    },
    slug('name'),
    {
      name: 'parent',
      type: 'relationship',
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Stands below', he: 'נמצאת תחת', ru: 'Входит в' },
      relationTo: 'categories',
    },
    {
      name: 'position',
      type: 'number',
      admin: { position: 'sidebar' },
      defaultValue: 0,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      max: 10_000,
      min: 0,
      required: true,
    },
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    beforeChange: [keepTree],
    beforeDelete: [keepUsedCategory],
  },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  labels: {
    plural: { en: 'Categories', he: 'קטגוריות', ru: 'Категории' },
    singular: { en: 'Category', he: 'קטגוריה', ru: 'Категория' },
  },
  lockDocuments: false,
}
