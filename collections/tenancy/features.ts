import type { CheckboxField, GroupField } from 'payload'

import type { Feature } from '@/domain/tenancy/features'

type Words = { en: string; he: string; ru: string }

const feature = (name: Feature, label: Words, description: Words): CheckboxField => ({
  name,
  type: 'checkbox',
  admin: { description },
  defaultValue: true,
  label,
})

/** Which parts of the product a school has, as its managers decide; everything unless they say no. */
export const features: GroupField = {
  name: 'features',
  type: 'group',
  fields: [
    feature(
      'registration',
      { en: 'Open registration', he: 'הרשמה פתוחה', ru: 'Открытая регистрация' },
      {
        en: 'Visitors may make an account themselves. Accounts that you make always work.',
        he: 'אפשר לפתוח חשבון באופן עצמאי. חשבונות שנפתחו על ידי בית הספר פועלים תמיד.',
        ru: 'Посетители сами создают учётные записи. Созданные вами работают всегда.',
      },
    ),
    feature(
      'certificates',
      { en: 'Certificates', he: 'תעודות', ru: 'Сертификаты' },
      {
        en: 'Whoever completes a course gets a certificate. Those issued before stay valid.',
        he: 'סיום קורס מזכה בתעודה. תעודות שכבר הונפקו נשארות בתוקף.',
        ru: 'За пройденный курс выдаётся сертификат. Выданные раньше остаются в силе.',
      },
    ),
    feature(
      'coupons',
      { en: 'Coupons', he: 'קופונים', ru: 'Купоны' },
      {
        en: 'Buyers may enter a coupon at the checkout.',
        he: 'אפשר להזין קופון בקופה.',
        ru: 'При оплате можно ввести купон.',
      },
    ),
  ],
  label: { en: 'What your school offers', he: 'מה בית הספר מציע', ru: 'Возможности школы' },
}
