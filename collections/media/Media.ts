import type { CollectionConfig } from 'payload'

import { FILE_TYPES, ZIPPED } from '@/domain/media/fileTypes'
import { anyOf, authored, authors, nobody, publicFiles, tenantStaff } from '@hooks/access'
import { authorsWithRoomForFiles } from '@hooks/access/limits'
import { onAnyCourse } from '@hooks/access/team'
import { keepUsedFiles } from '@hooks/media/inUse'
import { describeFile } from '@hooks/media/describeFile'
import { keepMeasures, keepWithinStorage, nameInTurn, ownFolder, requireAlt } from '@hooks/media/media'
import { publicAddresses } from '@hooks/media/publicFiles'
import { checkRealType } from '@hooks/media/realType'
import { leaveFilmOfFile } from '@hooks/media/videos'
import { contentChanged, contentDeleted } from '@hooks/tenancy/content'

import { tenant } from '../fields/tenant'

/**
 * A school's files. One marked as public is everybody's, as covers are; any other is its staff's, and
 * reaches learners only through the lesson that holds it. Kept in the storage under the row's id. An image is
 * made in three sizes as WebP when it is uploaded, and as AVIF (`avif`) by the worker after that.
 */
export const Media: CollectionConfig = {
  slug: 'media',
  access: {
    ...authored({ read: anyOf(tenantStaff, onAnyCourse('write'), publicFiles), write: authors }),
    create: authorsWithRoomForFiles,
    readVersions: nobody,
  },
  admin: {
    components: {
      beforeListTable: ['/src/components/admin/LimitNotice#LimitNotice'],
      edit: { beforeDocumentControls: ['/src/components/admin/JumpToField#JumpToField'] },
      views: { list: { Component: '/src/components/admin/FileLibrary#FileLibrary' } },
    },
    defaultColumns: ['filename', 'alt', 'mimeType', 'isPublic', 'updatedAt'],
    description: {
      en: 'Images, videos, recordings and documents for courses and pages.',
      he: 'תמונות, סרטונים, הקלטות ומסמכים לקורסים ולעמודים.',
      ru: 'Изображения, видео, записи и документы для курсов и страниц.',
    },
    listSearchableFields: ['filename', 'alt'],
    useAsTitle: 'filename',
  },
  defaultPopulate: {
    alt: true,
    avif: true,
    filename: true,
    height: true,
    isPublic: true,
    mimeType: true,
    sizes: true,
    tenant: true,
    updatedAt: true,
    url: true,
    width: true,
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'alt',
      type: 'text',
      admin: {
        description: {
          en: 'What an image shows, for those who cannot see it.',
          he: 'מה רואים בתמונה, למי שאינם רואים אותה.',
          ru: 'Что изображено — для тех, кто этого не видит.',
        },
      },
      label: { en: 'Description', he: 'תיאור', ru: 'Описание' },
      maxLength: 300,
      validate: requireAlt,
    },
    {
      name: 'video',
      type: 'ui',
      admin: { components: { Field: '/src/components/admin/VideoStatus#FileVideoStatus' } },
    },
    {
      name: 'cues',
      type: 'ui',
      admin: { components: { Field: '/src/components/admin/CaptionsEditor#CaptionsEditor' } },
    },
    {
      name: 'isPublic',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Everybody may open it. Images start out public, other files do not.',
          he: 'כל אחד יכול לפתוח. תמונות ציבוריות מלכתחילה, קבצים אחרים לא.',
          ru: 'Открыто всем. Изображения открыты сразу, остальные файлы — нет.',
        },
        position: 'sidebar',
      },
      defaultValue: false,
      index: true,
      label: { en: 'Public', he: 'ציבורי', ru: 'Открытый доступ' },
    },
    {
      name: 'folder',
      type: 'relationship',
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Folder', he: 'תיקייה', ru: 'Папка' },
      relationTo: 'media-folders',
    },
    {
      name: 'duration',
      type: 'number',
      admin: { position: 'sidebar', readOnly: true },
      label: { en: 'Length, s', he: 'אורך, שניות', ru: 'Длительность, с' },
      min: 0,
    },
    {
      name: 'avif',
      type: 'json',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
    {
      name: 'scorm',
      type: 'json',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
    },
    {
      name: 'pages',
      type: 'number',
      access: { create: () => false, update: () => false },
      admin: {
        condition: ({ mimeType }) => mimeType === 'application/pdf',
        position: 'sidebar',
        readOnly: true,
      },
      label: { en: 'Pages', he: 'עמודים', ru: 'Страниц' },
      min: 0,
    },
    {
      name: 'prefix',
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
      hooks: { beforeChange: [ownFolder] },
    },
  ],
  hooks: {
    afterChange: [contentChanged],
    afterDelete: [contentDeleted],
    afterRead: [publicAddresses],
    beforeChange: [keepMeasures, keepWithinStorage],
    beforeDelete: [keepUsedFiles, leaveFilmOfFile],
    beforeOperation: [checkRealType, nameInTurn],
    beforeValidate: [describeFile],
  },
  indexes: [{ fields: ['tenant', 'createdAt'] }, { fields: ['tenant', 'filesize'] }],
  labels: {
    plural: { en: 'Files', he: 'קבצים', ru: 'Файлы' },
    singular: { en: 'File', he: 'קובץ', ru: 'Файл' },
  },
  lockDocuments: false,
  upload: {
    adminThumbnail: 'small',
    crop: false,
    disableLocalStorage: true,
    filenameCompoundIndex: ['tenant', 'filename'],
    focalPoint: false,
    imageSizes: [
      { name: 'small', formatOptions: { format: 'webp', options: { quality: 80 } }, width: 480 },
      { name: 'medium', formatOptions: { format: 'webp', options: { quality: 80 } }, width: 960 },
      { name: 'large', formatOptions: { format: 'webp', options: { quality: 80 } }, width: 1600 },
    ],
    // A drawing is offered, and kept as the picture it draws.
    mimeTypes: [...Object.keys(FILE_TYPES), ...Object.values(ZIPPED), 'image/svg+xml'],
    pasteURL: false,
  },
}
