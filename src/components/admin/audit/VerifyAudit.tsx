'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { AuditProof } from '@/operations/events/verifyAudit'

import type { AuditWords } from './words'

import { ask } from '../ask'

type Asked = 'asking' | 'failed' | AuditProof | null

/** Has the whole log computed anew, and says what is wrong with it. */
export const VerifyAudit = ({ language, words }: { language: string; words: AuditWords }) => {
  const [proof, setProof] = useState<Asked>(null)
  const verify = async () => {
    setProof('asking')
    const told = await ask<AuditProof>('/api/audit/verify', {})
    setProof(told.ok ? told.value : 'failed')
  }
  const isDone = proof !== null && proof !== 'asking' && proof !== 'failed'

  return (
    <div className="lectern-audit__proof">
      <Button
        buttonStyle="secondary"
        disabled={proof === 'asking'}
        onClick={() => void verify()}
        size="medium"
      >
        {proof === 'asking' ? words.verifying : words.verify}
      </Button>
      <div aria-live="polite">
        {proof === 'failed' && <p>{words.failed}</p>}
        {isDone && proof.faults.length === 0 && (
          <p>{words.sound(new Intl.NumberFormat(language).format(proof.entries))}</p>
        )}
        {isDone && proof.faults.length > 0 && (
          <>
            <p>{words.unsound}</p>
            <ul>
              {proof.faults.map(({ fault, number }, index) => (
                <li key={index}>
                  {number !== null && `${words.entries(String(number))}: `}
                  {words.faults[fault]}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
