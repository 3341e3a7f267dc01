import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'

/** What somebody agrees to by going on, with the pages that say it; nothing where a school has published none. */
export const AcceptedTexts = ({
  lead,
  pages,
}: {
  lead: string
  pages: readonly { slug: string; title: string }[]
}) =>
  pages.length > 0 && (
    <Text className="flex flex-wrap items-center gap-x-4" size="small" tone="muted">
      <span>{lead}</span>
      {pages.map(({ slug, title }) => (
        <TextLink
          className="inline-flex min-h-target items-center"
          href={`/${slug}`}
          key={slug}
          prefetch={false}
          target="_blank"
        >
          <bdi>{title}</bdi>
        </TextLink>
      ))}
    </Text>
  )
