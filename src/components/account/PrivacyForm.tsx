'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Alert } from '@/components/ui/Alert'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { Switch } from '@/components/ui/Switch'
import { TextLink } from '@/components/ui/TextLink'
import { VISIBILITIES, type Visibility } from '@/domain/identity/profile'
import type { Profile } from '@/operations/identity/profile'

import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'

type Choice = Pick<Profile, 'showsCourses' | 'visibility'>

/** Who sees one's profile and courses; each choice holds at once, and goes back where it could not be kept. */
export const PrivacyForm = ({ profile }: { profile: Choice & { id: string } }) => {
  const t = useTranslations('account.privacy')
  const router = useRouter()
  const errorText = useErrorText()
  const [choice, setChoice] = useState<Choice>(profile)
  const [state, setState] = useState<null | { error?: string }>(null)

  const choose = async (change: Partial<Choice>) => {
    const before = choice
    setChoice({ ...before, ...change })
    setState(null)
    const answer = await callApi('/api/account', { body: change, method: 'PATCH' })
    if (!answer.ok) {
      setChoice(before)
    }
    setState(answer.ok ? {} : { error: errorText(answer.code) })
    router.refresh()
  }

  return (
    <div className="flex flex-col gap-6">
      <RadioGroup
        legend={t('who')}
        name="visibility"
        onValueChange={(value) => void choose({ visibility: value as Visibility })}
        options={VISIBILITIES.map((value) => ({
          hint: t(`visibility.${value}Hint`),
          label: t(`visibility.${value}`),
          value,
        }))}
        value={choice.visibility}
        variant="cards"
      />
      <Switch
        checked={choice.showsCourses}
        disabled={choice.visibility === 'private'}
        hint={t('showsCoursesHint')}
        label={t('showsCourses')}
        onCheckedChange={(showsCourses) => void choose({ showsCourses })}
      />
      <TextLink
        className="inline-flex min-h-target items-center self-start"
        href={`/people/${profile.id}`}
      >
        {t('seeProfile')}
      </TextLink>
      <div aria-live="polite">
        {state && (
          <Alert tone={state.error ? 'danger' : 'success'}>{state.error ?? t('saved')}</Alert>
        )}
      </div>
    </div>
  )
}
