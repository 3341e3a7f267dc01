'use client'

import { useState } from 'react'

import type { ProviderName } from '@/domain/commerce/providers'

import { Stack } from '@/components/ui/Stack'

import { ProviderChoice } from '../ProviderChoice'
import { CardButton } from './CardButton'

/** Through whom another card is given, where there is a choice, and the way there. */
export const CardForm = ({
  id,
  keyOfLink,
  label,
  providers,
}: {
  id: string
  keyOfLink: null | string
  label: string
  providers: readonly ProviderName[]
}) => {
  const [first] = providers
  const [provider, setProvider] = useState(first)

  return (
    <Stack gap={6}>
      {provider && providers.length > 1 && (
        <ProviderChoice
          disabled={false}
          onChoose={setProvider}
          providers={providers}
          value={provider}
        />
      )}
      <CardButton id={id} keyOfLink={keyOfLink} label={label} provider={provider} />
    </Stack>
  )
}
