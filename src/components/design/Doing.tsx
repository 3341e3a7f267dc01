'use client'

import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import { Accordion } from '@/components/ui/Accordion'
import { Breadcrumb } from '@/components/ui/Breadcrumb'
import { Button } from '@/components/ui/Button'
import { CommandPalette } from '@/components/ui/CommandPalette'
import { Dialog } from '@/components/ui/Dialog'
import { Menu, MenuDivider, MenuItem } from '@/components/ui/Menu'
import { Pagination } from '@/components/ui/Pagination'
import { Sheet } from '@/components/ui/Sheet'
import { Tabs } from '@/components/ui/Tabs'
import { useToast } from '@/components/ui/Toast'
import { Tooltip } from '@/components/ui/Tooltip'

import { Row, Specimen } from './Specimen'

const VARIANTS = ['primary', 'secondary', 'soft', 'quiet', 'danger'] as const

/** What is pressed, opened and moved through. */
export const Doing = () => {
  const t = useTranslations('design')
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const parts = (['first', 'second', 'third'] as const).map((part) => ({
    id: part,
    content: t('paragraph'),
    label: t(part),
    onSelect: () => toast({ title: t(part) }),
    title: t(part),
    value: part,
  }))

  return (
    <Specimen title={t('doing')}>
      <Row>
        {VARIANTS.map((variant) => (
          <Button key={variant} variant={variant}>
            {t(variant === 'danger' ? 'remove' : 'save')}
          </Button>
        ))}
      </Row>
      <Row>
        {VARIANTS.map((variant) => (
          <Button disabled key={variant} variant={variant}>
            {t('busy')}
          </Button>
        ))}
      </Row>
      <Row>
        <Dialog title={t('dialog')} trigger={<Button variant="secondary">{t('dialog')}</Button>}>
          {t('paragraph')}
        </Dialog>
        <Sheet title={t('sheet')} trigger={<Button variant="secondary">{t('sheet')}</Button>}>
          {t('paragraph')}
        </Sheet>
        <Button
          onClick={() =>
            toast({ action: { label: t('undo'), onPress: () => undefined }, title: t('toast') })
          }
          variant="secondary"
        >
          {t('remove')}
        </Button>
        <Button onClick={() => setOpen(true)} variant="secondary">
          {t('commands')}
        </Button>
        <Menu
          label={t('more')}
          trigger={
            <Button aria-label={t('more')} size="icon" variant="quiet">
              <Ellipsis aria-hidden className="size-5" strokeWidth={1.5} />
            </Button>
          }
        >
          <MenuItem>{t('open')}</MenuItem>
          <MenuDivider />
          <MenuItem disabled>{t('remove')}</MenuItem>
        </Menu>
        <Tooltip label={t('nameHint')}>
          <Button variant="quiet">{t('name')}</Button>
        </Tooltip>
      </Row>
      <CommandPalette
        commands={parts}
        onOpenChange={setOpen}
        open={isOpen}
        words={{ hint: t('commandsHint'), none: t('nothing'), title: t('commands') }}
      />
      <Breadcrumb items={[{ href: '/', label: t('first') }, { label: t('second') }]} />
      <Tabs items={parts} label={t('doing')} />
      <Accordion items={parts} />
      <Pagination href={(page) => `?page=${page}`} page={2} pages={3} />
    </Specimen>
  )
}
