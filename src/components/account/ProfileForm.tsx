'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { LOCALE_NAMES } from '@/components/ui/localeNames'
import { Select } from '@/components/ui/Select'
import { Textarea } from '@/components/ui/Textarea'
import { useToast } from '@/components/ui/Toast'
import { nameFault } from '@/domain/identity/credentials'
import { isOneLine, PROFILE_LENGTH } from '@/domain/identity/profile'
import { LOCALES, type Locale } from '@/domain/tenancy/locales'
import type { Profile } from '@/operations/identity/profile'

import type { FormErrors } from '../identity/AuthForm'

import { AuthForm } from '../identity/AuthForm'
import { callApi } from '../shell/api'
import { useErrorText } from '../shell/useErrorText'
import { settle } from './settle'
import { ZoneField } from './ZoneField'

/** The language an account follows while it has chosen none, and its zone. */
export type SchoolWays = { locale: Locale; timeZone: string }

/** Name, words about oneself, time zone and language: one form, whose result is everywhere at once. */
export const ProfileForm = ({ profile, school }: { profile: Profile; school: SchoolWays }) => {
  const t = useTranslations('account.profile')
  const auth = useTranslations('auth')
  const locale = useLocale()
  const router = useRouter()
  const toast = useToast()
  const errorText = useErrorText()

  const check = ({ name = '', bio = '' }: Record<string, string>): FormErrors => ({
    name: nameFault(name) ? auth('nameMissing') : isOneLine(name) ? undefined : t('nameOdd'),
    bio:
      bio.trim().length > PROFILE_LENGTH.bio
        ? t('bioLong', { count: PROFILE_LENGTH.bio })
        : undefined,
  })

  const send = useCallback(
    async ({ name, bio, ...chosen }: Record<string, string>): Promise<FormErrors | void> => {
      const answer = await callApi<Profile>('/api/account', {
        body: { name, bio, locale: chosen.locale || null, timeZone: chosen.timeZone || null },
        method: 'PATCH',
      })
      if (!answer.ok) {
        return answer.fields.length > 0
          ? Object.fromEntries(answer.fields.map((field) => [field, t('notTaken')]))
          : { form: errorText(answer.code) }
      }
      if (settle({ chosen: answer.data, school })) {
        return
      }
      toast({ title: t('saved'), tone: 'success' })
      router.refresh()

      return {}
    },
    [errorText, router, school, t, toast],
  )

  return (
    <AuthForm check={check} isWide={false} send={send} submit={t('save')}>
      {(errors) => (
        <>
          <Field error={errors.name} hint={t('nameHint')} label={t('name')} required>
            <Input
              autoComplete="name"
              defaultValue={profile.name}
              dir="auto"
              maxLength={PROFILE_LENGTH.name}
              name="name"
            />
          </Field>
          <Field error={errors.bio} hint={t('bioHint')} label={t('bio')} optional>
            <Textarea
              defaultValue={profile.bio}
              dir="auto"
              maxLength={PROFILE_LENGTH.bio}
              name="bio"
            />
          </Field>
          <ZoneField error={errors.timeZone} school={school.timeZone} zone={profile.timeZone} />
          <Field error={errors.locale} hint={t('languageHint')} label={t('language')}>
            <Select
              defaultValue={profile.locale ?? ''}
              key={locale}
              name="locale"
              options={[
                { label: t('asSchool', { what: LOCALE_NAMES[school.locale] }), value: '' },
                ...LOCALES.map((value) => ({ label: LOCALE_NAMES[value], value })),
              ]}
            />
          </Field>
        </>
      )}
    </AuthForm>
  )
}
