import type { GroupField, NumberField } from 'payload'

import { retryDaysOf, USUAL_GRACE_DAYS, USUAL_RETRY_DAYS } from '@/domain/tenancy/retries'

const LONGEST_GRACE = 60

const wholeUpTo = (most: number) => (value: null | number | undefined) =>
  value == null ||
  (Number.isInteger(value) && value >= 0 && value <= most) ||
  `A whole number, from 0 to ${most}.`

const isDiscount = (_: unknown, sibling: { counterOffer?: string }) =>
  sibling.counterOffer === 'discount'

const percentOff: NumberField = {
  name: 'counterPercent',
  type: 'number',
  admin: { condition: isDiscount },
  defaultValue: 20,
  label: { en: 'Percent off', he: 'אחוז ההנחה', ru: 'Скидка, %' },
  validate: wholeUpTo(100),
}

const discountedPeriods: NumberField = {
  name: 'counterPeriods',
  type: 'number',
  admin: { condition: isDiscount },
  defaultValue: 3,
  label: { en: 'For so many payments', he: 'למספר תשלומים', ru: 'На столько платежей' },
  validate: wholeUpTo(24),
}

/** How a school goes after what was declined, whoever would cancel, and those who have left. */
export const recurring: GroupField = {
  name: 'recurring',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'retryDays',
          type: 'text',
          admin: {
            description: {
              en: 'Days after the due date on which a declined card is charged again, as in 1, 3, 5. The buyer is told each time.',
              he: 'באילו ימים אחרי מועד התשלום מחויב שוב כרטיס שסורב, למשל 1, 3, 5. הקונה מקבל הודעה בכל פעם.',
              ru: 'В какие дни после срока отклонённая карта списывается снова, например 1, 3, 5. Покупатель каждый раз узнаёт об этом.',
            },
          },
          defaultValue: USUAL_RETRY_DAYS.join(', '),
          label: { en: 'Charge again after', he: 'חיוב חוזר אחרי', ru: 'Списывать снова через' },
          maxLength: 40,
          validate: (value: null | string | undefined) =>
            value == null ||
            value === '' ||
            retryDaysOf(value) !== null ||
            'Up to eight whole days in rising order, each from 1 to 60, as in 1, 3, 5.',
        },
        {
          name: 'graceDays',
          type: 'number',
          admin: {
            description: {
              en: 'Days for which the courses stay open while a payment is missing.',
              he: 'כמה ימים הקורסים נשארים פתוחים כשתשלום חסר.',
              ru: 'Сколько дней курсы остаются открытыми без оплаты.',
            },
          },
          defaultValue: USUAL_GRACE_DAYS,
          label: { en: 'Days of grace', he: 'ימי חסד', ru: 'Дней отсрочки' },
          max: LONGEST_GRACE,
          min: 1,
          validate: (value: null | number | undefined) =>
            value == null ||
            (Number.isInteger(value) && value >= 1 && value <= LONGEST_GRACE) ||
            'A whole number of days, from 1 to 60.',
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'counterOffer',
          type: 'select',
          admin: {
            description: {
              en: 'What is offered to whoever is about to cancel.',
              he: 'מה מוצע למי שעומד לבטל.',
              ru: 'Что предложить тому, кто отменяет подписку.',
            },
          },
          defaultValue: 'none',
          label: { en: 'Instead of a cancel', he: 'במקום ביטול', ru: 'Вместо отмены' },
          options: [
            { label: { en: 'Nothing', he: 'דבר', ru: 'Ничего' }, value: 'none' },
            { label: { en: 'A pause', he: 'השהיה', ru: 'Пауза' }, value: 'pause' },
            { label: { en: 'A discount', he: 'הנחה', ru: 'Скидка' }, value: 'discount' },
          ],
        },
        percentOff,
        discountedPeriods,
      ],
    },
    {
      name: 'winBackDays',
      type: 'number',
      admin: {
        description: {
          en: 'One mail so many days after a subscription has ended, with the way to begin again; 0 for none.',
          he: 'הודעה אחת, כך וכך ימים אחרי סיום המנוי, עם הדרך להתחיל מחדש; 0 — בלי הודעה.',
          ru: 'Одно письмо через столько дней после конца подписки, со ссылкой, чтобы вернуться; 0 — без письма.',
        },
      },
      defaultValue: 0,
      label: {
        en: 'Invite back after days',
        he: 'הזמנה לחזור אחרי ימים',
        ru: 'Пригласить вернуться через дней',
      },
      validate: wholeUpTo(365),
    },
    {
      name: 'winBackCoupon',
      type: 'text',
      admin: {
        condition: (_, siblings) => Number(siblings.winBackDays ?? 0) > 0,
        description: {
          en: 'The code of a coupon that the link of this mail carries, while it holds.',
          he: 'קוד של קופון שהקישור בהודעה נושא, כל עוד הוא בתוקף.',
          ru: 'Код купона, с которым открывается ссылка в этом письме, пока он действует.',
        },
      },
      hooks: {
        beforeValidate: [
          ({ value }) =>
            typeof value === 'string' ? value.replace(/\s+/g, '').toUpperCase() : value,
        ],
      },
      label: { en: 'Coupon for coming back', he: 'קופון לחזרה', ru: 'Купон за возвращение' },
      maxLength: 40,
    },
    {
      name: 'skipsWeekends',
      type: 'checkbox',
      admin: {
        description: {
          en: 'A day of rest where the buyer lives is passed over while another day is left.',
          he: 'יום מנוחה במקום מגוריו של הקונה מדולג כל עוד נותר יום אחר.',
          ru: 'Выходной там, где живёт покупатель, пропускается, пока есть другой день.',
        },
      },
      defaultValue: true,
      label: {
        en: 'Not on the buyer’s weekend',
        he: 'לא בסוף השבוע של הקונה',
        ru: 'Не в выходные покупателя',
      },
    },
  ],
  label: {
    en: 'Subscriptions and instalments',
    he: 'מנויים ותשלומים',
    ru: 'Подписки и рассрочки',
  },
}
