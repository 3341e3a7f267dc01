import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { TEAM_ROLES, TEAM_STATES, WHOLE } from '@/domain/catalog/team'
import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { tenant } from '../fields/tenant'

const ROLE_LABELS = {
  assistant: { en: 'Assistant', he: 'עוזר הוראה', ru: 'Ассистент' },
  editor: { en: 'Editor', he: 'עורך', ru: 'Редактор' },
  lead: { en: 'Lead', he: 'מוביל', ru: 'Ведущий' },
  viewer: { en: 'Viewer', he: 'צופה', ru: 'Наблюдатель' },
}

const STATE_LABELS = {
  accepted: { en: 'In the team', he: 'בצוות', ru: 'В команде' },
  declined: { en: 'Declined', he: 'ויתר', ru: 'Отказался' },
  invited: { en: 'Invited', he: 'הוזמן', ru: 'Приглашён' },
  removed: { en: 'No longer in it', he: 'כבר לא בצוות', ru: 'Больше не в команде' },
}

const hidden = {
  access: { create: () => false, read: () => false, update: () => false },
  admin: { hidden: true },
} as const

/**
 * Who teaches a course together, in what role and for what share of it; one row for a course and an address. A row begins
 * as an invitation, which the token of a mail answers. Once somebody is in it, a course is its team's and the managers' alone.
 */
export const CourseTeam: CollectionConfig = {
  slug: 'course-team',
  access: machineWritten(anyOf(managers, owner('account'))),
  admin: {
    defaultColumns: ['course', 'account', 'email', 'role', 'share', 'state'],
    description: {
      en: 'Who teaches which course together with others. They are invited on the page of the course.',
      he: 'מי מלמדים יחד בכל קורס. מזמינים אותם בעמוד הקורס.',
      ru: 'Кто вместе с кем ведёт курсы. Приглашают на странице курса.',
    },
    listSearchableFields: ['email'],
    useAsTitle: 'email',
  },
  custom: partOfCourse,
  fields: [
    tenant(),
    {
      name: 'course',
      type: 'relationship',
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'account',
      type: 'relationship',
      label: { en: 'Person', he: 'אדם', ru: 'Человек' },
      relationTo: 'users',
    },
    {
      name: 'email',
      type: 'text',
      label: { en: 'Email', he: 'דוא״ל', ru: 'Почта' },
      required: true,
    },
    {
      name: 'role',
      type: 'select',
      label: { en: 'Role', he: 'תפקיד', ru: 'Роль' },
      options: TEAM_ROLES.map((value) => ({ label: ROLE_LABELS[value], value })),
      required: true,
    },
    {
      name: 'share',
      type: 'number',
      admin: {
        description: {
          en: 'Of what the course earns, in hundredths of a percent.',
          he: 'מהכנסות הקורס, במאיות האחוז.',
          ru: 'От дохода курса, в сотых долях процента.',
        },
      },
      defaultValue: 0,
      label: { en: 'Share', he: 'חלק', ru: 'Доля' },
      max: WHOLE,
      min: 0,
      required: true,
    },
    {
      name: 'state',
      type: 'select',
      label: { en: 'State', he: 'מצב', ru: 'Состояние' },
      options: TEAM_STATES.map((value) => ({ label: STATE_LABELS[value], value })),
      required: true,
    },
    {
      name: 'invitedBy',
      type: 'relationship',
      label: { en: 'Invited by', he: 'הוזמן על ידי', ru: 'Кто пригласил' },
      relationTo: 'users',
    },
    {
      name: 'expiresAt',
      type: 'date',
      label: { en: 'To be answered by', he: 'לענות עד', ru: 'Ответить до' },
      required: true,
    },
    {
      name: 'answeredAt',
      type: 'date',
      label: { en: 'Answered', he: 'נענה', ru: 'Ответил' },
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
    { name: 'token', type: 'text', index: true, ...hidden },
  ],
  graphQL: { pluralName: 'CourseTeamMembers', singularName: 'CourseTeamMember' },
  indexes: [
    { fields: ['tenant', 'course', 'email'], unique: true },
    { fields: ['account', 'state'] },
    { fields: ['course', 'state'] },
  ],
  labels: {
    plural: { en: 'Teams of courses', he: 'צוותי קורסים', ru: 'Команды курсов' },
    singular: { en: 'Member of a team', he: 'חבר צוות', ru: 'Участник команды' },
  },
  lockDocuments: false,
}
