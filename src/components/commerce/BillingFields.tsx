'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { Billing } from '@/domain/commerce/invoices'

import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Stack } from '@/components/ui/Stack'
import { Textarea } from '@/components/ui/Textarea'

/** What the invoice is to say of the buyer: folded away until a company needs it. */
export const BillingFields = ({
  billing,
  onChange,
}: {
  billing: Billing
  onChange: (billing: Billing) => void
}) => {
  const t = useTranslations('checkout')
  const [isOpen, setOpen] = useState(Object.values(billing).some(Boolean))
  if (!isOpen) {
    return (
      <Button
        className="-ms-4 self-start"
        onClick={() => setOpen(true)}
        size="small"
        type="button"
        variant="quiet"
      >
        {t('forCompany')}
      </Button>
    )
  }
  const change = (name: keyof Billing) => (value: string) => onChange({ ...billing, [name]: value })

  return (
    <fieldset>
      <legend className="mb-3 font-semibold">{t('billing')}</legend>
      <Stack gap={4}>
        <Field label={t('company')} optional>
          <Input
            autoComplete="organization"
            autoFocus
            maxLength={160}
            onChange={({ target }) => change('company')(target.value)}
            value={billing.company ?? ''}
          />
        </Field>
        <Field label={t('vatId')} optional>
          <Input
            dir="ltr"
            maxLength={40}
            onChange={({ target }) => change('vatId')(target.value)}
            spellCheck={false}
            value={billing.vatId ?? ''}
          />
        </Field>
        <Field label={t('address')} optional>
          <Textarea
            autoComplete="street-address"
            maxLength={400}
            onChange={({ target }) => change('address')(target.value)}
            rows={3}
            value={billing.address ?? ''}
          />
        </Field>
      </Stack>
    </fieldset>
  )
}
