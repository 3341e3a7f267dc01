import type { Locale } from '@/domain/tenancy/locales'

type ResetWords = {
  done: string
  failed: string
  forbidden: string
  heading: string
  hint: string
  none: string
  reason: string
  submit: string
}

/** What the form of a person says of their second step of signing in. */
export const RESET_WORDS: Record<Locale, ResetWords> = {
  en: {
    done: 'Taken away. They sign in without it now, and have been told.',
    failed: 'That did not work. Try again.',
    forbidden: 'An owner’s is for owners to reset.',
    heading: 'Second step of signing in',
    hint: 'For somebody who lost their phone and their recovery codes. Make sure that it is really them: this takes the second step away and ends all their sessions.',
    none: 'There is none to take away.',
    reason: 'Why? It is kept in the log.',
    submit: 'Reset the second step',
  },
  he: {
    done: 'הוסר. מעכשיו הכניסה אינה דורשת אותו, ונשלחה על כך הודעה.',
    failed: 'זה לא הצליח. אפשר לנסות שוב.',
    forbidden: 'של בעלים רק בעלים יכולים לאפס.',
    heading: 'השלב השני של הכניסה',
    hint: 'למי שאיבדו גם את הטלפון וגם את קודי השחזור. יש לוודא שאלה באמת הם: הפעולה מסירה את השלב השני ומסיימת את כל החיבורים שלהם.',
    none: 'אין שלב שני להסיר.',
    reason: 'מדוע? הסיבה נשמרת ביומן.',
    submit: 'איפוס השלב השני',
  },
  ru: {
    done: 'Снято. Теперь вход обходится без него; человеку отправлено письмо.',
    failed: 'Не получилось. Попробуйте ещё раз.',
    forbidden: 'У владельца его сбрасывают только владельцы.',
    heading: 'Второй шаг входа',
    hint: 'Для тех, кто потерял и телефон, и коды восстановления. Убедитесь, что это действительно они: второй шаг снимается, все сеансы завершаются.',
    none: 'Второго шага нет, снимать нечего.',
    reason: 'Почему? Причина сохраняется в журнале.',
    submit: 'Сбросить второй шаг',
  },
}
