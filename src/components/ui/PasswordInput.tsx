'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'

import { Input } from './Input'

/** A box for a password, with a button that shows what was typed. */
export const PasswordInput = (props: Omit<ComponentProps<'input'>, 'type'>) => {
  const t = useTranslations('ui')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye

  return (
    <div className="relative">
      <Input
        autoCapitalize="none"
        spellCheck={false}
        {...props}
        className="pe-12"
        type={shown ? 'text' : 'password'}
      />
      <button
        aria-label={t('showPassword')}
        aria-pressed={shown}
        className="absolute inset-y-0 end-0 flex w-target items-center justify-center rounded-control text-muted hover:text-text"
        onClick={() => setShown(!shown)}
        type="button"
      >
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </button>
    </div>
  )
}
