import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import { DateTime } from '@/components/ui/DateTime'

type Mail = { createdAt: Date; id: string; school: string; subject: null | string; to: string }

/** The mails of the outbox, newest first, each a link that opens it beside the list. */
export const OutboxList = ({
  label,
  mails,
  openId,
}: {
  label: string
  mails: readonly Mail[]
  openId?: string
}) => (
  <nav aria-label={label}>
    <Stack asChild gap={0}>
      <ul>
        {mails.map(({ id, createdAt, school, subject, to }) => (
          <li className="border-b border-line py-3" key={id}>
            <TextLink
              aria-current={id === openId ? 'page' : undefined}
              href={`/outbox?mail=${id}`}
              prefetch={false}
              scroll={false}
              variant="nav"
            >
              {subject ?? to}
            </TextLink>
            <Text size="small" tone="muted">
              {school} · <bdi>{to}</bdi> · <DateTime value={createdAt} />
            </Text>
          </li>
        ))}
      </ul>
    </Stack>
  </nav>
)
