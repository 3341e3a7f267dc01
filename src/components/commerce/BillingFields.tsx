'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { Billing } from '@/domain/commerce/invoices'
import type { ShownTaxation } from '@/domain/commerce/tax/taxed'

import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Stack } from '@/components/ui/Stack'
import { Textarea } from '@/components/ui/Textarea'

import type { BillingChange } from './useBilling'

/** What the invoice is to say of the buyer: folded away until a company needs it. */
export const BillingFields = ({
  billing,
  onChange,
  taxation,
}: {
  billing: Billing
  onChange: BillingChange
  /** How it is taxed, where it is: it may depend on the VAT id. */
  taxation?: ShownTaxation
}) => {
  const t = useTranslations('checkout')
  const vat = taxation?.treatment === 'outside' ? null : taxation?.vat
  const [isOpen, setOpen] = useState(Boolean(billing.company || billing.vatId || billing.address))
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
  const change = (name: keyof Billing) => (value: string) =>
    onChange({ ...billing, [name]: value }, { isFinal: false })

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
        <Field
          error={vat && vat.status !== 'valid' && t(`vat.${vat.status}`)}
          hint={vat?.status === 'valid' && t('vat.valid')}
          label={t('vatId')}
          optional
        >
          <Input
            dir="ltr"
            maxLength={40}
            onBlur={() => onChange(billing, { isFinal: true })}
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
