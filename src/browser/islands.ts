import type { ComponentType } from 'react'

import type { IslandName } from '@/components/ui/islandNames'

import { CartLink } from '@/components/commerce/cart/CartLink'
import { AccountMenu } from '@/components/shell/AccountMenu'
import { NavLinks } from '@/components/shell/NavLinks'
import { Preferences } from '@/components/shell/Preferences'

/** Where each part of a document that comes alive is: the header's are on every page, the others fetched where they are shown. */
export const ISLANDS: Record<IslandName, () => Promise<ComponentType<never>>> = {
  AccountMenu: () => Promise.resolve(AccountMenu),
  Cart: async () => (await import('@/components/commerce/cart/Cart')).Cart,
  CartLink: () => Promise.resolve(CartLink),
  CatalogLive: async () => (await import('@/components/pages/catalog/CatalogLive')).CatalogLive,
  Checkout: async () => (await import('@/components/commerce/Checkout')).Checkout,
  DateTime: async () => (await import('@/components/ui/DateTime')).DateTime,
  EmbedFrame: async () => (await import('@/components/shell/EmbedFrame')).EmbedFrame,
  MoreReviews: async () => (await import('@/components/learning/reviews/MoreReviews')).MoreReviews,
  NavLinks: () => Promise.resolve(NavLinks),
  PathDesk: async () => (await import('@/components/pages/paths/PathDesk')).PathDesk,
  Preferences: () => Promise.resolve(Preferences),
  PrintButton: async () => (await import('@/components/certificates/PrintButton')).PrintButton,
  Purchase: async () => (await import('@/components/commerce/Purchase')).Purchase,
  ReviewForm: async () => (await import('@/components/learning/reviews/ReviewForm')).ReviewForm,
  ShareLinks: async () => (await import('@/components/pages/ShareLinks')).ShareLinks,
  ViewNotice: async () => (await import('@/components/shell/ViewNotice')).ViewNotice,
}
