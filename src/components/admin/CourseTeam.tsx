'use client'

import { Button, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { WHOLE } from '@/domain/catalog/team'

import { MemberRow } from './team/MemberRow'
import { PlaceForm } from './team/PlaceForm'
import { useTeam } from './team/useTeam'
import { TEAM_WORDS } from './team/words'
import { wordsIn } from './words'

/** On a course's form: who teaches it together, in what role and for what share; managers invite, change and take out. */
export const CourseTeam = () => {
  const { id, isTrashed } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, TEAM_WORDS)
  const { act, team } = useTeam(id && !isTrashed ? String(id) : null)
  const [isInviting, setInviting] = useState(false)
  if (!id || isTrashed || !team || (team.members.length === 0 && !team.mayManage)) {
    return null
  }
  const { left, mayManage, members } = team
  const percent = new Intl.NumberFormat(i18n.language, {
    maximumFractionDigits: 2,
    style: 'percent',
  })

  return (
    <section aria-label={words.heading} className="lectern-publication" id="team">
      <h3>{words.heading}</h3>
      <p>{members.some(({ state }) => state === 'accepted') ? words.hint : words.empty}</p>
      {left !== null && members.length > 0 && <p>{words.left(percent.format(left / WHOLE))}</p>}
      <ul className="lectern-team">
        {members.map((member) => (
          <MemberRow
            act={act}
            key={member.id}
            language={i18n.language}
            mayManage={mayManage}
            member={member}
            most={(left ?? 0) + (member.share ?? 0)}
            words={words}
          />
        ))}
      </ul>
      {mayManage && !isInviting && (
        <div className="lectern-publication-steps">
          <Button
            buttonStyle="secondary"
            id="team-invite"
            margin={false}
            onClick={() => setInviting(true)}
            size="medium"
          >
            {words.invite}
          </Button>
        </div>
      )}
      {isInviting && (
        <PlaceForm
          most={left ?? 0}
          onCancel={() => setInviting(false)}
          onSend={async (place) => {
            if (await act(`/api/courses/${id}/team`, place)) {
              setInviting(false)
            }
          }}
          submit={words.send}
          words={words}
        />
      )}
    </section>
  )
}
