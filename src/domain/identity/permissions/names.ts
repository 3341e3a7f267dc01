import type { Locale } from '../../tenancy/locales'
import type { Area } from './areas'

/** What the areas of a school’s work are called, as the navigation calls them. */
export const AREA_NAMES: Record<Locale, Record<Area, string>> = {
  en: {
    community: 'Community',
    courses: 'Courses',
    learners: 'Learners',
    mail: 'Mail',
    sales: 'Sales',
    school: 'School',
    site: 'Site',
  },
  he: {
    community: 'קהילה',
    courses: 'קורסים',
    learners: 'לומדים',
    mail: 'דוא״ל',
    sales: 'מכירות',
    school: 'בית הספר',
    site: 'אתר',
  },
  ru: {
    community: 'Сообщество',
    courses: 'Курсы',
    learners: 'Студенты',
    mail: 'Почта',
    sales: 'Продажи',
    school: 'Школа',
    site: 'Сайт',
  },
}

/** How far a permission reaches. */
export const REACH_NAMES: Record<Locale, Record<'read' | 'write', string>> = {
  en: { read: 'see', write: 'see and change' },
  he: { read: 'צפייה', write: 'צפייה ושינוי' },
  ru: { read: 'смотреть', write: 'смотреть и изменять' },
}
