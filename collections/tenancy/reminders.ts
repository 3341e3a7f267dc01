import type { GroupField, NumberField } from 'payload'

import { MOST_REMINDER_HOURS, USUAL_REMINDER_HOURS } from '@/domain/tenancy/reminders'

const isWanted = (_: unknown, sibling: { isOn?: boolean | null }) => sibling.isOn !== false

const hours = (
  name: string,
  {
    defaultValue,
    label,
    least,
  }: { defaultValue: number; label: NumberField['label']; least: number },
): NumberField => ({
  name,
  type: 'number',
  admin: { condition: isWanted },
  defaultValue,
  label,
  max: MOST_REMINDER_HOURS,
  min: least,
  validate: (value: null | number | undefined) =>
    value == null ||
    (Number.isInteger(value) && value >= least && value <= MOST_REMINDER_HOURS) ||
    `A whole number of hours, from ${least} to ${MOST_REMINDER_HOURS}.`,
})

/** Whether, when and whom a school reminds of a checkout that they did not finish. */
export const reminders: GroupField = {
  name: 'reminders',
  type: 'group',
  fields: [
    {
      name: 'isOn',
      type: 'checkbox',
      admin: {
        description: {
          en: 'At most two mails for a checkout, none after it was paid, and none to whoever does without them. Each has a link that opens the checkout as it was left.',
          he: 'שתי הודעות לכל היותר על כל קנייה שלא הושלמה, אף אחת אחרי התשלום, ואף אחת למי שוויתרו עליהן. בכל הודעה קישור שפותח את הקנייה כפי שהייתה.',
          ru: 'Не больше двух писем на одну незавершённую покупку, ни одного после оплаты и ни одного тем, кто от них отказался. В каждом — ссылка, которая открывает покупку такой, какой её оставили.',
        },
      },
      defaultValue: true,
      label: {
        en: 'Remind of unfinished checkouts',
        he: 'תזכורות על קניות שלא הושלמו',
        ru: 'Напоминать о незавершённых покупках',
      },
    },
    {
      name: 'basis',
      type: 'select',
      admin: {
        condition: isWanted,
        description: {
          en: 'Where the law asks for consent, a box that is not ticked stands at the checkout, and only those who tick it are reminded; carts are then left alone.',
          he: 'במקום שהחוק דורש הסכמה, בעמוד התשלום מופיעה תיבה לא מסומנת, ורק מי שסימנו אותה מקבלים תזכורת; על עגלות לא נשלחת אז תזכורת.',
          ru: 'Где закон требует согласия, при оплате есть неотмеченный флажок, и напоминание получают только отметившие его; о корзинах тогда не напоминается.',
        },
      },
      defaultValue: 'started',
      label: { en: 'Who is reminded', he: 'למי נשלחת תזכורת', ru: 'Кому напоминать' },
      options: [
        {
          label: {
            en: 'Everybody who began to buy',
            he: 'לכל מי שהתחילו לקנות',
            ru: 'Всем, кто начал покупку',
          },
          value: 'started',
        },
        {
          label: {
            en: 'Those who agreed at the checkout',
            he: 'למי שהסכימו בעמוד התשלום',
            ru: 'Тем, кто согласился при оплате',
          },
          value: 'consent',
        },
      ],
    },
    {
      type: 'row',
      fields: [
        hours('firstHours', {
          defaultValue: USUAL_REMINDER_HOURS.first,
          label: {
            en: 'First mail after hours',
            he: 'הודעה ראשונה אחרי שעות',
            ru: 'Первое письмо через часов',
          },
          least: 1,
        }),
        hours('secondHours', {
          defaultValue: USUAL_REMINDER_HOURS.second,
          label: {
            en: 'Second mail after hours, 0 for none',
            he: 'הודעה שנייה אחרי שעות, 0 – בלי',
            ru: 'Второе письмо через часов, 0 — без него',
          },
          least: 0,
        }),
      ],
    },
  ],
  label: {
    en: 'Unfinished checkouts',
    he: 'קניות שלא הושלמו',
    ru: 'Незавершённые покупки',
  },
}
