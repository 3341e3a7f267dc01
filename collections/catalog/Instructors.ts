import type { CollectionConfig, NumberField, TextareaField, TextField } from 'payload'

import { anyOf, managers, nobody, staffOnly, tenantStaff } from '@hooks/access'
import { ownProfile, shownProfiles } from '@hooks/access/instructors'
import { setOnce } from '@hooks/access/learning'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { slug } from '../fields/slug'
import { tenant } from '../fields/tenant'

const year = (name: string, label: { en: string; he: string; ru: string }): NumberField => ({
  name,
  type: 'number',
  label,
  max: 2100,
  min: 1900,
  validate: (value: null | number | undefined) =>
    value == null || (Number.isInteger(value) && value >= 1900 && value <= 2100) || 'A year.',
})

const line = (
  name: string,
  label: { en: string; he: string; ru: string },
  required = false,
): TextField => ({ name, type: 'text', label, maxLength: 160, required })

const credentials: TextareaField = {
  name: 'credentials',
  type: 'textarea',
  admin: {
    description: {
      en: 'Degrees, awards, publications; one on each line.',
      he: 'תארים, פרסים, פרסומים; אחד בכל שורה.',
      ru: 'Образование, награды, публикации; по одному в строке.',
    },
  },
  label: { en: 'Credentials', he: 'השכלה והישגים', ru: 'Образование и достижения' },
  maxLength: 2000,
}

/**
 * Who teaches, as the world reads it: one profile for an account, kept by its owner and by managers.
 * Nothing of the account itself is shown.
 */
export const Instructors: CollectionConfig = {
  slug: 'instructors',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: anyOf(tenantStaff, shownProfiles),
    readVersions: nobody,
    unlock: nobody,
    update: anyOf(managers, ownProfile),
  },
  admin: {
    defaultColumns: ['name', 'headline', 'user', 'isPublished'],
    description: {
      en: 'Public pages of those who teach. Managers make a profile; whoever it is about keeps it.',
      he: 'העמודים הציבוריים של צוות ההוראה. ההנהלה פותחת פרופיל, ומי שהפרופיל שלו עורך אותו.',
      ru: 'Публичные страницы преподавателей. Профиль заводит администратор, а ведёт его сам преподаватель.',
    },
    preview: (doc) => (typeof doc.slug === 'string' ? `/instructors/${doc.slug}` : null),
    useAsTitle: 'name',
  },
  defaultPopulate: { name: true, slug: true },
  disableDuplicate: true,
  fields: [
    tenant(),
    { ...line('name', { en: 'Name', he: 'שם', ru: 'Имя' }, true), maxLength: 120 },
    line('headline', { en: 'In one line', he: 'במשפט אחד', ru: 'Одной строкой' }),
    {
      name: 'photo',
      type: 'upload',
      label: { en: 'Picture', he: 'תמונה', ru: 'Фотография' },
      relationTo: 'media',
    },
    {
      name: 'bio',
      type: 'textarea',
      admin: { rows: 8 },
      label: { en: 'About', he: 'אודות', ru: 'О себе' },
      maxLength: 6000,
    },
    credentials,
    {
      name: 'certifications',
      type: 'array',
      fields: [
        line('title', { en: 'Certification', he: 'הסמכה', ru: 'Сертификат' }, true),
        {
          type: 'row',
          fields: [
            line('issuer', { en: 'Issued by', he: 'מטעם', ru: 'Кем выдан' }),
            year('year', { en: 'Year', he: 'שנה', ru: 'Год' }),
          ],
        },
      ],
      label: { en: 'Certifications', he: 'הסמכות', ru: 'Сертификаты' },
      labels: {
        plural: { en: 'Certifications', he: 'הסמכות', ru: 'Сертификаты' },
        singular: { en: 'Certification', he: 'הסמכה', ru: 'Сертификат' },
      },
      maxRows: 30,
    },
    {
      name: 'history',
      type: 'array',
      fields: [
        line('role', { en: 'Taught what', he: 'מה לימדו', ru: 'Что преподавали' }, true),
        line('place', { en: 'Where', he: 'היכן', ru: 'Где' }),
        {
          type: 'row',
          fields: [
            year('since', { en: 'From', he: 'משנת', ru: 'С года' }),
            year('until', { en: 'Until', he: 'עד שנת', ru: 'По год' }),
          ],
        },
      ],
      label: { en: 'Teaching history', he: 'ניסיון בהוראה', ru: 'Опыт преподавания' },
      labels: {
        plural: { en: 'Places', he: 'מקומות', ru: 'Места' },
        singular: { en: 'Place', he: 'מקום', ru: 'Место' },
      },
      maxRows: 30,
    },
    {
      name: 'website',
      type: 'text',
      label: { en: 'Website', he: 'אתר', ru: 'Сайт' },
      maxLength: 300,
      validate: (value: null | string | undefined) =>
        !value || /^https:\/\/[^\s<>"]+\.[^\s<>"]+$/.test(value) || 'An address with https://.',
    },
    {
      name: 'user',
      type: 'relationship',
      access: setOnce,
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Account', he: 'חשבון', ru: 'Учётная запись' },
      relationTo: 'users',
      required: true,
    },
    slug('name'),
    {
      name: 'isPublished',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: true,
      label: { en: 'Shown on the website', he: 'מוצג באתר', ru: 'Показывать на сайте' },
    },
  ],
  hooks: { afterChange: [contentChanged], afterDelete: [contentDeleted] },
  indexes: [
    { fields: ['tenant', 'slug'], unique: true },
    { fields: ['tenant', 'user'], unique: true },
  ],
  labels: {
    plural: { en: 'Instructors', he: 'מרצים', ru: 'Преподаватели' },
    singular: { en: 'Instructor', he: 'מרצה', ru: 'Преподаватель' },
  },
  lockDocuments: false,
}
