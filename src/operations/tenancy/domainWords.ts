import type { NameProblem } from '@/domain/tenancy/domains/names'
import type { Locale } from '@/domain/tenancy/locales'

import { isLocale } from '@/domain/tenancy/locales'

/** What a claim of a domain, or a change of the main address, can be told instead of being made. */
export type DomainRefusal =
  | 'domainListed'
  | 'domainNotConnected'
  | 'domainNotSecure'
  | 'domainsNotIncluded'
  | 'domainsTooMany'
  | 'domainTaken'
  | NameProblem

const WORDS: Record<Locale, Record<DomainRefusal, string>> = {
  en: {
    domainIsAddress: 'This is an IP address. Enter a domain name such as learn.example.com.',
    domainIsSuffix:
      'This name belongs to a registry or a hosting company. Enter the name you registered in front of it.',
    domainListed: 'This domain is in your list already.',
    domainMalformed:
      'This is no domain name. Enter it without a path or a port, as in learn.example.com.',
    domainNotConnected: 'This domain is not connected yet, so it cannot be the main address.',
    domainNotSecure:
      'There is no valid certificate for this domain yet, so it cannot be the main address.',
    domainOfPlatform:
      'Addresses under this name are given out with the school. Enter a domain of your own.',
    domainsNotIncluded:
      'Your plan does not include a domain of your own. Choose another one under School, Plans.',
    domainsTooMany: 'A school has ten domains at most. Remove one that you no longer need.',
    domainTaken:
      'Another school has proved that this domain is its own. If it is yours, remove it there first.',
  },
  he: {
    domainIsAddress: 'זו כתובת IP. יש להזין שם דומיין, למשל learn.example.com.',
    domainIsSuffix: 'השם הזה שייך לרשם או לחברת אחסון. יש להזין את השם שנרשם לפניו.',
    domainListed: 'הדומיין הזה כבר ברשימה.',
    domainMalformed: 'זה אינו שם דומיין. יש להזין אותו בלי נתיב ובלי פורט, למשל learn.example.com.',
    domainNotConnected: 'הדומיין עדיין לא מחובר, ולכן לא יכול לשמש כתובת ראשית.',
    domainNotSecure: 'עדיין אין אישור אבטחה תקף לדומיין, ולכן הוא לא יכול לשמש כתובת ראשית.',
    domainOfPlatform: 'כתובות תחת השם הזה ניתנות עם בית הספר. יש להזין דומיין משלך.',
    domainsNotIncluded: 'המסלול שלך אינו כולל דומיין משלך. אפשר לבחור אחר תחת בית הספר, מסלולים.',
    domainsTooMany: 'לבית ספר יש עשרה דומיינים לכל היותר. אפשר להסיר אחד שאין בו צורך.',
    domainTaken: 'בית ספר אחר כבר הוכיח שהדומיין הזה שלו. אם הדומיין שלך, יש להסיר אותו שם תחילה.',
  },
  ru: {
    domainIsAddress: 'Это IP-адрес. Введите имя домена, например learn.example.com.',
    domainIsSuffix:
      'Это имя принадлежит регистратуре или хостингу. Введите имя, которое зарегистрировано перед ним.',
    domainListed: 'Этот домен уже в списке.',
    domainMalformed: 'Это не имя домена. Введите его без пути и порта, например learn.example.com.',
    domainNotConnected: 'Домен ещё не подключён, поэтому не может быть основным адресом.',
    domainNotSecure:
      'У домена ещё нет действующего сертификата, поэтому он не может быть основным адресом.',
    domainOfPlatform:
      'Адреса под этим именем выдаются вместе со школой. Введите собственный домен.',
    domainsNotIncluded:
      'Ваш тариф не включает собственный домен. Выберите другой в разделе «Школа», «Тарифы».',
    domainsTooMany:
      'У школы может быть не больше десяти доменов. Удалите тот, что больше не нужен.',
    domainTaken: 'Другая школа уже подтвердила этот домен. Если он ваш, сначала удалите его там.',
  },
}

/** What whoever works in a school reads where a domain is refused. */
export const domainWords = (language: string, refusal: DomainRefusal): string =>
  WORDS[isLocale(language) ? language : 'en'][refusal]
