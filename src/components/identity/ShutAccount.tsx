import { useTranslations } from 'next-intl'

import { Stack } from '@/components/ui/Stack'
import { Text } from '@/components/ui/Text'

import { useErrorText } from '../shell/useErrorText'

/** What somebody reads who signs in to an account that staff shut: that it is, why, and what to do. */
export const ShutAccount = ({ code, reason }: { code: string; reason: string }) => {
  const t = useTranslations('auth')
  const errorText = useErrorText()

  return (
    <Stack gap={2}>
      <Text strong>{errorText(code)}</Text>
      {reason && <Text>{t('shutReason', { reason })}</Text>}
      <Text>{t('shutHelp')}</Text>
    </Stack>
  )
}
