import type { Role } from '@/domain/identity/roles'

import { ROLES } from '@/domain/identity/roles'

const NAMES: Record<Role, { en: string; he: string; ru: string }> = {
  admin: { en: 'Administrator', he: 'ניהול', ru: 'Администратор' },
  affiliate: { en: 'Affiliate', he: 'שיווק שותפים', ru: 'Партнёр' },
  instructor: { en: 'Instructor', he: 'הוראה', ru: 'Преподаватель' },
  moderator: { en: 'Moderator', he: 'פיקוח על תוכן', ru: 'Модератор' },
  owner: { en: 'Owner', he: 'בעלות', ru: 'Владелец' },
  student: { en: 'Student', he: 'לימוד', ru: 'Студент' },
  superAdmin: { en: 'Platform staff', he: 'צוות הפלטפורמה', ru: 'Сотрудник платформы' },
  support: { en: 'Support', he: 'תמיכה', ru: 'Поддержка' },
}

/** The roles of an account, as the choices of a select. */
export const ROLE_CHOICES = ROLES.map((value) => ({ label: NAMES[value], value }))
