'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState, type ChangeEvent } from 'react'

import { Alert } from '@/components/ui/Alert'
import { Avatar } from '@/components/ui/Avatar'
import { Button } from '@/components/ui/Button'
import { FileInput } from '@/components/ui/FileInput'
import { Text } from '@/components/ui/Text'
import { MOST_PORTRAIT_BYTES } from '@/domain/identity/portraits'

import type { Answer } from '../shell/api'

import { callApi } from '../shell/api'
import { sessionChanged } from '../shell/session'
import { useErrorText } from '../shell/useErrorText'

type Taken = { picture: null | string }

/** One's picture: chosen from the device, or taken away; both at once, without the form around it. */
export const PictureField = ({ name, picture }: { name: string; picture: null | string }) => {
  const t = useTranslations('account.profile')
  const router = useRouter()
  const errorText = useErrorText()
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState(picture)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<null | string>(null)
  const [said, setSaid] = useState('')

  const change = async (call: Promise<Answer<Taken>>, done: string) => {
    setBusy(true)
    setError(null)
    const answer = await call
    setBusy(false)
    if (!answer.ok) {
      setError(errorText(answer.code))

      return
    }
    setShown(answer.data.picture)
    setSaid(done)
    sessionChanged()
    router.refresh()
  }
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) {
      return
    }
    if (file.size > MOST_PORTRAIT_BYTES) {
      setError(errorText('tooLarge'))

      return
    }
    void change(callApi('/api/account/picture', { body: file, method: 'POST' }), t('pictureSaved'))
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-6">
        <Avatar name={name} size="large" src={shown} />
        <div className="flex flex-wrap gap-3">
          <Button loading={busy} onClick={() => input.current?.click()} variant="secondary">
            {shown ? t('pictureChange') : t('pictureAdd')}
          </Button>
          {shown && (
            <Button
              disabled={busy}
              onClick={() =>
                void change(
                  callApi('/api/account/picture', { method: 'DELETE' }),
                  t('pictureRemoved'),
                )
              }
              variant="quiet"
            >
              {t('pictureRemove')}
            </Button>
          )}
        </div>
        <FileInput
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          hidden
          label={t('picture')}
          onChange={choose}
          ref={input}
        />
      </div>
      <Text size="small" tone="muted">
        {t('pictureHint')}
      </Text>
      <Text aria-live="polite" className="sr-only">
        {said}
      </Text>
      {error && <Alert tone="danger">{error}</Alert>}
    </div>
  )
}
