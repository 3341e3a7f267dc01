'use client'

import { Banner, Gutter, SetStepNav, toast, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import type { Permission } from '@/domain/identity/permissions/areas'
import type { KeyView } from '@/operations/identity/apiKeys'

import { ask } from '../ask'
import { Copy } from '../domains/Copy'
import { wordsIn } from '../words'
import { KeyCard } from './KeyCard'
import { NewKey } from './NewKey'
import { WORDS } from './words'

type Seen = { keys: KeyView[]; permissions: Permission[] }

/** The keys that hold, a form for another, and the one that was made just now, shown this once. */
export const Keys = ({ initial }: { initial: Seen }) => {
  const words = wordsIn(useTranslation().i18n.language, WORDS)
  const [{ keys, permissions }, setSeen] = useState(initial)
  const [made, setMade] = useState<null | string>(null)
  const refresh = async () => {
    const said = await ask<Seen>('/api/keys')
    if (said.ok) {
      setSeen(said.value)
    }
  }
  const revoke = async (id: string) => {
    const said = await ask(`/api/keys/${id}/revoke`, {})
    if (!said.ok && said.status !== 404) {
      toast.error(words.failed)
    }
    await refresh()
  }

  return (
    <Gutter className="lectern-domains">
      <SetStepNav nav={[{ label: words.title }]} />
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {made && (
        <div role="status">
          <Banner type="success">{words.made}</Banner>
          <Copy text={made} what={words.key} />
        </div>
      )}
      <NewKey
        onMade={async (key) => {
          setMade(key)
          await refresh()
        }}
        permissions={permissions}
      />
      <h2>{words.standing}</h2>
      {keys.length === 0 && <p className="lectern-empty">{words.empty}</p>}
      {keys.map((one) => (
        <KeyCard key={one.id} of={one} onRevoke={() => revoke(one.id)} />
      ))}
    </Gutter>
  )
}
