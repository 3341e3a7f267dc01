import type { CustomDocumentViewConfig } from 'payload'

/** A tab beside a document's form that shows how questions did. */
export const statisticsTab = (component: string): CustomDocumentViewConfig => ({
  Component: component,
  path: '/statistics',
  tab: {
    href: '/statistics',
    label: ({ t }) => t('lectern:statistics'),
    order: 140,
  },
})
