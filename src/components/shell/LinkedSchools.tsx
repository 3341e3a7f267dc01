'use client'

import { ArrowRightLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { MenuDivider, MenuHeader, MenuItem } from '@/components/ui/Menu'
import { useToast } from '@/components/ui/Toast'
import type { LinkedSchool, LinkedSchools as Linked } from '@/operations/identity/linkedSchools'

import { callApi } from './api'
import { switchSchool } from './switchSchool'

/** In the menu of the account, the schools that its owner linked; nothing where there are none. */
export const LinkedSchools = () => {
  const t = useTranslations('shell')
  const toast = useToast()
  const [schools, setSchools] = useState<LinkedSchool[]>([])

  useEffect(() => {
    const control = new AbortController()
    void callApi<Linked>('/api/account/schools', { signal: control.signal }).then((answer) => {
      if (answer.ok) {
        setSchools(answer.data.schools)
      }
    })

    return () => control.abort()
  }, [])

  const go = async (id: string) => {
    if (await switchSchool(id)) {
      toast({ title: t('switchFailed'), tone: 'danger' })
    }
  }

  return (
    schools.length > 0 && (
      <>
        <MenuDivider />
        <MenuHeader>{t('linkedSchools')}</MenuHeader>
        {schools.map(({ id, name }) => (
          <MenuItem key={id} onSelect={() => void go(id)}>
            <ArrowRightLeft aria-hidden strokeWidth={1.5} />
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
      </>
    )
  )
}
