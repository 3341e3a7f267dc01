import type { Field } from 'payload'

type Given = Record<string, unknown>

const isSubscription = ({ kind }: Given): boolean => kind === 'subscription'

/** What a subscription opens by a rule, beside the courses that it names. */
export const library: Field[] = [
  {
    name: 'library',
    type: 'select',
    admin: {
      condition: isSubscription,
      description: {
        en: 'Courses that the subscription opens by a rule; those published later join by themselves.',
        he: 'קורסים שהמנוי פותח לפי כלל; קורסים שיפורסמו בהמשך יצטרפו מעצמם.',
        ru: 'Курсы, которые подписка открывает по правилу; опубликованные позже добавляются сами.',
      },
    },
    defaultValue: 'none',
    label: { en: 'Library', he: 'ספרייה', ru: 'Библиотека' },
    options: [
      {
        label: { en: 'Only the courses named here', he: 'רק הקורסים שכאן', ru: 'Только эти курсы' },
        value: 'none',
      },
      {
        label: { en: 'All courses of the school', he: 'כל הקורסים', ru: 'Все курсы школы' },
        value: 'all',
      },
      {
        label: { en: 'All courses of categories', he: 'קורסים לפי קטגוריה', ru: 'Курсы категорий' },
        value: 'categories',
      },
    ],
  },
  {
    name: 'libraryCategories',
    type: 'relationship',
    admin: { condition: (data: Given) => isSubscription(data) && data.library === 'categories' },
    hasMany: true,
    label: { en: 'Categories', he: 'קטגוריות', ru: 'Категории' },
    maxRows: 20,
    relationTo: 'categories',
    validate: (value: unknown, { data }: { data: Given }) =>
      data.library !== 'categories' ||
      !isSubscription(data) ||
      (Array.isArray(value) && value.length > 0) ||
      'Name at least one category.',
  },
]
