'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Checkbox } from '@/components/ui/Checkbox'
import { Combobox } from '@/components/ui/Combobox'
import { Field } from '@/components/ui/Field'
import { FileDrop } from '@/components/ui/FileDrop'
import { Input } from '@/components/ui/Input'
import { MoneyInput } from '@/components/ui/MoneyInput'
import { PasswordInput } from '@/components/ui/PasswordInput'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { ScaleInput } from '@/components/ui/ScaleInput'
import { Select } from '@/components/ui/Select'
import { Slider } from '@/components/ui/Slider'
import { Switch } from '@/components/ui/Switch'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import { ZonedTimeInput } from '@/components/ui/ZonedTimeInput'

import { Specimen } from './Specimen'

/** What is typed, chosen and given. */
export const Asking = () => {
  const t = useTranslations('design')
  const [amount, setAmount] = useState<null | number>(4900)
  const [step, setStep] = useState<null | number>(3)
  const [moment, setMoment] = useState<null | string>('2026-06-01T16:00:00Z')
  const [files, setFiles] = useState<readonly string[]>([])
  const languages = (['english', 'hebrew', 'russian'] as const).map((value) => ({
    label: t(value),
    value,
  }))

  return (
    <Specimen title={t('asking')}>
      <div className="grid gap-6 md:grid-cols-2">
        <Field hint={t('nameHint')} label={t('name')} required>
          <Input autoComplete="off" />
        </Field>
        <Field error={t('wrong')} label={t('name')}>
          <Input autoComplete="off" />
        </Field>
        <Field label={t('name')} optional>
          <Input defaultValue={t('person')} disabled />
        </Field>
        <Field label={t('save')}>
          <PasswordInput autoComplete="off" />
        </Field>
        <Field label={t('level')}>
          <Select options={languages} />
        </Field>
        <Field label={t('language')}>
          <Combobox
            defaultLabel={t('english')}
            defaultValue="english"
            emptyText={t('nothing')}
            name="language"
            options={() => languages}
          />
        </Field>
        <Field hint={amount === null ? t('wrong') : String(amount)} label={t('price')}>
          <MoneyInput currency="USD" defaultAmount={4900} onAmount={setAmount} />
        </Field>
        <Field hint={moment} label={t('starts')}>
          <ZonedTimeInput
            defaultMoment="2026-06-01T16:00:00Z"
            onMoment={setMoment}
            timeZone="Asia/Jerusalem"
          />
        </Field>
        <Field className="md:col-span-2" label={t('note')}>
          <Textarea />
        </Field>
        <Slider defaultValue={4} label={t('pace')} max={20} />
        <Switch label={t('notify')} />
        <Checkbox label={t('agree')} />
        <Checkbox error={t('wrong')} label={t('agree')} />
        <RadioGroup
          defaultValue="english"
          legend={t('language')}
          name="radio"
          options={languages}
          variant="cards"
        />
        <ScaleInput
          name="scale"
          least={1}
          legend={t('scale')}
          most={5}
          onValueChange={setStep}
          value={step}
        />
        <div>
          <FileDrop
            hint={t('fileHint')}
            label={t('file')}
            onFiles={(given) => setFiles(given.map(({ name }) => name))}
          />
          <Text aria-live="polite" size="small">
            {files.join(', ')}
          </Text>
        </div>
      </div>
    </Specimen>
  )
}
