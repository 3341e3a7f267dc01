'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'

import { signOut } from '@/components/shell/session'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'

const SIGN_IN = ['signInRequired', 'tooManyDevices']

/** Who is signed in would not be asked for a password: they leave first, and come back to this page. */
const signInAgain = async (router: ReturnType<typeof useRouter>): Promise<void> => {
  await signOut()
  router.push(`/sign-in?next=${encodeURIComponent(location.pathname)}`)
}

/** Says why a video may not be played, or no more, and what can be done: go on here instead of elsewhere, or sign in again. */
export const StoppedNotice = ({
  code,
  onGoOn,
}: {
  code: string
  /** Asks anew; `instead` of wherever else the account watches. */
  onGoOn: (instead: boolean) => void
}) => {
  const t = useTranslations('learn.player')
  const say = useErrorText()
  const router = useRouter()
  const isElsewhere = code === 'tooManyStreams'

  return (
    <Alert
      action={
        SIGN_IN.includes(code) ? (
          <Button onClick={() => void signInAgain(router)} size="small" variant="secondary">
            {t('signIn')}
          </Button>
        ) : (
          <Button onClick={() => onGoOn(isElsewhere)} size="small" variant="secondary">
            {isElsewhere ? t('watchHere') : t('askAgain')}
          </Button>
        )
      }
      title={t('stopped')}
      tone="warning"
    >
      {say(code)}
    </Alert>
  )
}
