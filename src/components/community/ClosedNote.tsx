import { useTranslations } from 'next-intl'

import { Alert } from '@/components/ui/Alert'
import type { Rights } from '@/domain/community/spaces'

/** Why nobody writes in a discussion, or why the reader does not; nothing where they do. */
export const ClosedNote = ({ room: { closed, mayWrite } }: { room: Rights }) => {
  const t = useTranslations('discussion')

  return mayWrite ? null : <Alert isQuiet>{t(`closed.${closed ?? 'reading'}`)}</Alert>
}
