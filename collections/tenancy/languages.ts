import type { SelectField } from 'payload'

import { LANGUAGES } from '../fields/languages'

/** The languages beside its own in which a school writes: its pages stand in each of them, and its documents can be translated. */
export const languages: SelectField = {
  name: 'languages',
  type: 'select',
  admin: {
    description: {
      en: 'Your pages get an address in each of these languages, and every course, lesson and page a tab for its translation. What is not translated is shown as you wrote it.',
      he: 'לעמודים תהיה כתובת בכל אחת מהשפות האלה, ולכל קורס, שיעור ועמוד תהיה לשונית תרגום. מה שלא תורגם יוצג כפי שנכתב.',
      ru: 'На каждом из этих языков у ваших страниц появится адрес, а у курсов, уроков и страниц — вкладка перевода. Непереведённое показывается так, как вы его написали.',
    },
  },
  hasMany: true,
  label: { en: 'Also written in', he: 'שפות נוספות', ru: 'Ещё на языках' },
  options: LANGUAGES,
}
