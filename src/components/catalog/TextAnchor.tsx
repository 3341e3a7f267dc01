import type { ReactNode } from 'react'

import { TextLink } from '@/components/ui/TextLink'
import { isSafeLink } from '@/domain/media/embeds'

/** Where documents of a collection stand on the site. */
const ROOMS: Readonly<Record<string, string>> = { courses: '/courses/', pages: '/' }

type Linked = { relationTo: string; value: unknown }

type Fields = {
  doc?: Linked | null
  linkType?: 'custom' | 'internal'
  newTab?: boolean
  url?: string
}

/** The address of a document that may be seen, or null. The page called `home` is the front door. */
const addressOf = ({ relationTo, value }: Linked): null | string => {
  const room = ROOMS[relationTo]
  const slug = typeof value === 'object' && value && 'slug' in value ? value.slug : null
  if (!room || typeof slug !== 'string') {
    return null
  }

  return relationTo === 'pages' && slug === 'home' ? '/' : `${room}${slug}`
}

/** A link in a text; words alone where it leads nowhere one may go. */
export const TextAnchor = ({
  children,
  fields: { doc, linkType, newTab, url },
}: {
  children: ReactNode
  fields: Fields
}) => {
  const address = linkType === 'internal' ? doc && addressOf(doc) : url
  if (!address || !isSafeLink(address)) {
    return <>{children}</>
  }

  return (
    <TextLink href={address.trim()} target={newTab ? '_blank' : undefined}>
      {children}
    </TextLink>
  )
}

/** A course or page that a text names: its title, leading there. */
export const LinkedTitle = ({ relationTo, value }: Linked) => {
  const title = typeof value === 'object' && value && 'title' in value ? value.title : null

  return typeof title === 'string' && addressOf({ relationTo, value }) ? (
    <p>
      <TextAnchor fields={{ doc: { relationTo, value }, linkType: 'internal' }}>{title}</TextAnchor>
    </p>
  ) : null
}
