'use client'

import { useLocale, useTranslations } from 'next-intl'

import type { Invitation } from '@/domain/catalog/team'

import { Heading } from '@/components/ui/Heading'
import { Text } from '@/components/ui/Text'
import { nameFault, passwordFault } from '@/domain/identity/credentials'

import { useErrorText } from '../../shell/useErrorText'
import { AuthForm } from '../AuthForm'
import { signIn } from '../authApi'
import { NameField, NewPasswordField } from '../fields'
import { useCredentialText } from '../useCredentialText'
import type { useInvitation } from './useInvitation'

/** Makes the account of an address that has none, accepts with it, and leads to the course. */
export const NewTeacher = ({
  answer,
  invitation: { courseId, email },
}: Pick<ReturnType<typeof useInvitation>, 'answer'> & { invitation: Invitation }) => {
  const t = useTranslations('auth.teach')
  const tAuth = useTranslations('auth')
  const errorText = useErrorText()
  const credentialText = useCredentialText()
  const locale = useLocale()
  const send = async ({ name = '', password = '' }: Record<string, string>) => {
    const told = await answer('accepted', { name: name.trim(), locale, password })
    if (!told.ok) {
      return { form: errorText(told.code) }
    }
    const signed = await signIn({ email, password })
    location.assign(signed.ok ? `/admin/collections/courses/${courseId}` : '/sign-in')
  }

  return (
    <section aria-labelledby="new-teacher" className="flex flex-col gap-4">
      <Heading id="new-teacher" level={2} size="small">
        {t('newTitle')}
      </Heading>
      <Text tone="muted">{t('newLead', { email })}</Text>
      <AuthForm
        check={({ name = '', password = '' }) => ({
          name: credentialText(nameFault(name)),
          password: credentialText(passwordFault(password)),
        })}
        send={send}
        submit={t('acceptNew')}
      >
        {(errors) => (
          <>
            <NameField error={errors.name} hasCertificates={false} />
            <NewPasswordField error={errors.password} label={tAuth('password')} />
          </>
        )}
      </AuthForm>
    </section>
  )
}
