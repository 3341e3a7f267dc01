import type { CollectionConfig } from 'payload'

import { holdsCourse } from '@/domain/catalog/ofCourse'
import { anyOf, managers, nobody, owner, staffOnly, tenantStaff } from '@hooks/access'

import { LANGUAGES } from '../fields/languages'
import { tenant } from '../fields/tenant'

const machine = { create: () => false, update: () => false }

/**
 * What a learner received for completing a course, or a path of courses: at most one per enrollment and per place on a
 * path, with the names as they were that day. `serial` opens its public page; managers may revoke one and change nothing else.
 */
export const Certificates: CollectionConfig = {
  slug: 'certificates',
  access: {
    admin: staffOnly,
    create: nobody,
    delete: nobody,
    read: anyOf(owner('learner'), tenantStaff),
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['number', 'learnerName', 'courseTitle', 'issuedAt', 'revokedAt'],
    description: {
      en: 'Given when a course is completed. A revoked one says so to whoever checks it.',
      he: 'ניתנות עם סיום קורס. תעודה שבוטלה תוצג ככזו לכל מי שיבדוק אותה.',
      ru: 'Выдаются по окончании курса. Отозванный сертификат при проверке так и покажет.',
    },
    listSearchableFields: ['number', 'learnerName', 'courseTitle'],
    useAsTitle: 'number',
  },
  custom: holdsCourse,
  fields: [
    tenant(),
    {
      name: 'number',
      type: 'text',
      access: machine,
      label: { en: 'Number', he: 'מספר', ru: 'Номер' },
      required: true,
    },
    {
      name: 'learnerName',
      type: 'text',
      access: machine,
      label: { en: 'Name', he: 'שם', ru: 'Имя' },
      required: true,
    },
    {
      name: 'courseTitle',
      type: 'text',
      access: machine,
      label: { en: 'Course or path', he: 'קורס או מסלול', ru: 'Курс или программа' },
      required: true,
    },
    {
      name: 'locale',
      type: 'select',
      access: machine,
      label: { en: 'Language', he: 'שפה', ru: 'Язык' },
      options: LANGUAGES,
    },
    {
      name: 'enrollment',
      type: 'relationship',
      access: machine,
      admin: { position: 'sidebar' },
      label: { en: 'Enrollment', he: 'הרשמה', ru: 'Зачисление' },
      relationTo: 'enrollments',
      unique: true,
    },
    {
      name: 'member',
      type: 'relationship',
      access: machine,
      admin: { position: 'sidebar' },
      label: { en: 'Learner on a path', he: 'לומד במסלול', ru: 'Студент программы' },
      relationTo: 'path-members',
      unique: true,
    },
    {
      name: 'learner',
      type: 'relationship',
      access: machine,
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      access: machine,
      admin: { position: 'sidebar' },
      index: true,
      label: { en: 'Course today', he: 'הקורס כיום', ru: 'Курс сейчас' },
      relationTo: 'courses',
    },
    {
      name: 'serial',
      type: 'text',
      access: machine,
      label: { en: 'Serial', he: 'מספר סידורי', ru: 'Серийный номер' },
      required: true,
      unique: true,
    },
    {
      name: 'issuedAt',
      type: 'date',
      access: machine,
      label: { en: 'Issued', he: 'הונפקה', ru: 'Выдан' },
      required: true,
    },
    {
      name: 'revokedAt',
      type: 'date',
      admin: {
        description: {
          en: 'A revoked certificate says so to whoever checks it.',
          he: 'תעודה שבוטלה מודיעה על כך לכל מי שבודקים אותה.',
          ru: 'Об отзыве узнаёт каждый, кто проверяет сертификат.',
        },
      },
      label: { en: 'Revoked', he: 'בוטלה', ru: 'Отозван' },
    },
    {
      name: 'fileKey',
      type: 'text',
      access: { ...machine, read: () => false },
      admin: { hidden: true },
    },
  ],
  indexes: [{ fields: ['tenant', 'number'], unique: true }],
  labels: {
    plural: { en: 'Certificates', he: 'תעודות', ru: 'Сертификаты' },
    singular: { en: 'Certificate', he: 'תעודה', ru: 'Сертификат' },
  },
  lockDocuments: false,
}
