import type { CollectionConfig, Config, CustomDocumentViewConfig, Plugin } from 'payload'

import { TRANSLATABLE } from '@/domain/translation/kinds'

type Views = NonNullable<NonNullable<NonNullable<CollectionConfig['admin']>['components']>['views']>

const TAB: CustomDocumentViewConfig = {
  Component: '/src/components/admin/translation/TranslationsView#TranslationsView',
  path: '/translations',
  tab: {
    href: '/translations',
    label: ({ t }) => t('lectern:translations'),
    order: 150,
  },
}

const withTab = (collection: CollectionConfig): CollectionConfig => {
  const { admin } = collection
  const views = admin?.components?.views

  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        views: {
          ...views,
          edit: { ...views?.edit, translations: TAB } as Views['edit'],
        },
      },
    },
  }
}

/** Gives every document that can be translated a tab on which that is done. */
export const translations: Plugin = (config: Config): Config => ({
  ...config,
  collections: (config.collections ?? []).map((collection) =>
    TRANSLATABLE.some((slug) => slug === collection.slug) ? withTab(collection) : collection,
  ),
})
