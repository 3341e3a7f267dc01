import type { CheckboxFieldValidation } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import { row } from '@/database/transaction'
import { isLocale } from '@/domain/tenancy/locales'

const NO_ACCOUNT = {
  en: 'Enter an account under Film protection (DRM) first.',
  he: 'קודם מזינים חשבון תחת הגנת סרטונים (DRM).',
  ru: 'Сначала добавьте аккаунт в разделе «Защита видео (DRM)».',
}

/** Films are protected only where somebody gives out licences for them. */
export const needsLicences: CheckboxFieldValidation = async (value, { id, req }) => {
  if (!value) {
    return true
  }
  const account = id
    ? await row(req, sql`select 1 from drm_accounts where tenant_id = ${String(id)}::uuid`)
    : undefined
  const language = req.i18n.language

  return account ? true : NO_ACCOUNT[isLocale(language) ? language : 'en']
}
