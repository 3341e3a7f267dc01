import type { Locale } from '@/domain/tenancy/locales'
import type { VersionKind } from '@/operations/catalog/versions'

type Words = {
  hint: string
  kind: Record<VersionKind, string>
  live: string
  newest: string
  nobody: string
  open: string
  what: string
  when: string
  who: string
}

/** What the list of versions says. */
export const VERSION_WORDS: Record<Locale, Words> = {
  en: {
    hint: 'The newest fifty are kept. What one person writes within half an hour is one version. Restoring one makes a new version; nothing is taken away.',
    kind: { autosave: 'Draft, kept while writing', draft: 'Draft, saved', published: 'Published' },
    live: 'what people see',
    newest: 'newest',
    nobody: 'The platform',
    open: 'Compare and restore',
    what: 'Kind',
    when: 'When',
    who: 'Who',
  },
  he: {
    hint: 'נשמרות חמישים הגרסאות האחרונות. כתיבה של אדם אחד בתוך חצי שעה היא גרסה אחת. שחזור יוצר גרסה חדשה; שום דבר לא נמחק.',
    kind: { autosave: 'טיוטה שנשמרה תוך כדי כתיבה', draft: 'טיוטה שנשמרה', published: 'פרסום' },
    live: 'מה שרואים עכשיו',
    newest: 'האחרונה',
    nobody: 'הפלטפורמה',
    open: 'השוואה ושחזור',
    what: 'סוג',
    when: 'מתי',
    who: 'מי',
  },
  ru: {
    hint: 'Хранятся последние пятьдесят. То, что один человек пишет в течение получаса, — одна версия. Восстановление создаёт новую версию; ничего не пропадает.',
    kind: {
      autosave: 'Черновик, сохранён по ходу работы',
      draft: 'Черновик, сохранён',
      published: 'Публикация',
    },
    live: 'то, что видят сейчас',
    newest: 'последняя',
    nobody: 'Платформа',
    open: 'Сравнить и восстановить',
    what: 'Вид',
    when: 'Когда',
    who: 'Кто',
  },
}
