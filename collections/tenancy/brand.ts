import type { CollapsibleField, UploadField } from 'payload'

import { isHexColour } from '@/domain/tenancy/theme/oklch'
import { DEFAULT_BRAND } from '@/domain/tenancy/theme'

type Words = { en: string; he: string; ru: string }

const mark = (name: string, label: Words, description: Words): UploadField => ({
  name,
  type: 'upload',
  admin: { description, width: '50%' },
  filterOptions: { and: [{ mimeType: { contains: 'image/' } }, { isPublic: { equals: true } }] },
  label,
  relationTo: 'media',
})

/** How a school looks: four choices from which every colour, letter and corner follows, and its marks. */
export const brand: CollapsibleField = {
  type: 'collapsible',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'accent',
          type: 'text',
          admin: {
            components: { afterInput: ['/src/components/admin/brand/AccentPicker#AccentPicker'] },
            description: {
              en: 'Six hex digits, as in #3355cc. Text on it and in it stays legible, whichever you choose.',
              he: 'שש ספרות הקסדצימליות, למשל ‎#3355cc. הטקסט נשאר קריא בכל צבע שייבחר.',
              ru: 'Шесть шестнадцатеричных цифр, например #3355cc. Текст останется читаемым при любом цвете.',
            },
            width: '34%',
          },
          defaultValue: DEFAULT_BRAND.accent,
          label: { en: 'Brand colour', he: 'צבע המותג', ru: 'Цвет бренда' },
          required: true,
          validate: (value: null | string | undefined) =>
            isHexColour(value) || 'A colour such as #3355cc.',
        },
        {
          name: 'radius',
          type: 'select',
          admin: { width: '22%' },
          defaultValue: '10',
          label: { en: 'Corners', he: 'פינות', ru: 'Углы' },
          options: [
            { label: { en: 'Square', he: 'ישרות', ru: 'Прямые' }, value: '0' },
            { label: { en: 'Slight', he: 'קלות', ru: 'Чуть скруглённые' }, value: '6' },
            { label: { en: 'Soft', he: 'רכות', ru: 'Мягкие' }, value: '10' },
            { label: { en: 'Round', he: 'עגולות', ru: 'Круглые' }, value: '16' },
          ],
          required: true,
        },
        {
          name: 'fontPair',
          type: 'select',
          admin: { width: '22%' },
          defaultValue: 'modern',
          label: { en: 'Typeface', he: 'גופן', ru: 'Шрифт' },
          options: [
            { label: { en: 'Modern', he: 'מודרני', ru: 'Современный' }, value: 'modern' },
            { label: { en: 'Editorial', he: 'ספרותי', ru: 'Книжный' }, value: 'editorial' },
            { label: { en: 'Friendly', he: 'ידידותי', ru: 'Дружелюбный' }, value: 'friendly' },
            { label: { en: 'Technical', he: 'טכני', ru: 'Технический' }, value: 'technical' },
          ],
          required: true,
        },
        {
          name: 'neutral',
          type: 'select',
          admin: { isClearable: false, width: '22%' },
          defaultValue: DEFAULT_BRAND.neutral,
          label: { en: 'Greys', he: 'גוני אפור', ru: 'Оттенок серого' },
          options: [
            {
              label: { en: 'Of your colour', he: 'בצבע המותג', ru: 'В цвет бренда' },
              value: 'brand',
            },
            { label: { en: 'Cool', he: 'קרירים', ru: 'Холодный' }, value: 'cool' },
            { label: { en: 'Pure', he: 'טהורים', ru: 'Чистый' }, value: 'pure' },
            { label: { en: 'Warm', he: 'חמים', ru: 'Тёплый' }, value: 'warm' },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        mark(
          'logo',
          { en: 'Logo', he: 'לוגו', ru: 'Логотип' },
          {
            en: 'At the head of every page, mail and certificate. SVG, PNG or WebP on a transparent ground.',
            he: 'בראש כל עמוד, הודעה ותעודה. SVG,‏ PNG או WebP על רקע שקוף.',
            ru: 'В шапке каждой страницы, письма и сертификата. SVG, PNG или WebP на прозрачном фоне.',
          },
        ),
        mark(
          'logoDark',
          { en: 'Logo for dark pages', he: 'לוגו לעמודים כהים', ru: 'Логотип для тёмных страниц' },
          {
            en: 'Only if the logo cannot be seen on a dark ground.',
            he: 'רק אם הלוגו אינו נראה על רקע כהה.',
            ru: 'Только если основной логотип не виден на тёмном фоне.',
          },
        ),
        mark(
          'icon',
          { en: 'Icon', he: 'סמל', ru: 'Значок' },
          {
            en: 'Square, 512 pixels or more: in the browser’s tab and on the home screen of a phone. Without one, your initial on your colour.',
            he: 'ריבועי, 512 פיקסלים ומעלה: בלשונית הדפדפן ובמסך הבית של הטלפון. בהיעדרו – האות הראשונה על צבע המותג.',
            ru: 'Квадратный, от 512 пикселей: на вкладке браузера и на экране телефона. Без него — первая буква на вашем цвете.',
          },
        ),
      ],
    },
    {
      name: 'brandPreview',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/brand/BrandPreview#BrandPreview' },
        disableListColumn: true,
      },
    },
  ],
  label: { en: 'Brand', he: 'מותג', ru: 'Бренд' },
}
