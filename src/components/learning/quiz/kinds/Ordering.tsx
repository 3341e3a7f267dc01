'use client'

import type { DragEndEvent } from '@dnd-kit/core'

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

import type { KindProps } from './kind'

import { Group } from './Group'
import { OrderedItem } from './OrderedItem'

/** Items to be put in order: dragged by their handle with mouse, finger or keyboard, or moved a step by buttons. */
const Ordering = ({ given, onAnswer, question, ...group }: KindProps) => {
  const { id, answers } = question
  const t = useTranslations('learn.quiz')
  const [told, setTold] = useState('')
  const order = given.length > 0 ? [...given] : answers.map((answer) => answer.id)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const textOf = (name: string) => answers.find((answer) => answer.id === name)?.text ?? ''
  const move = (name: string, to: number) => {
    onAnswer(arrayMove(order, order.indexOf(name), to))
    setTold(t('moved', { count: order.length, item: textOf(name), place: to + 1 }))
  }
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) {
      move(String(active.id), order.indexOf(String(over.id)))
    }
  }

  return (
    <Group id={id} {...group}>
      <DndContext
        accessibility={{
          announcements: {
            onDragCancel: () => t('dropped'),
            onDragEnd: () => undefined,
            onDragOver: ({ active, over }) =>
              over
                ? t('moved', {
                    count: order.length,
                    item: textOf(String(active.id)),
                    place: order.indexOf(String(over.id)) + 1,
                  })
                : undefined,
            onDragStart: ({ active }) => t('lifted', { item: textOf(String(active.id)) }),
          },
          screenReaderInstructions: { draggable: t('orderHelp') },
        }}
        collisionDetection={closestCenter}
        id={id}
        onDragEnd={drop}
        sensors={sensors}
      >
        <SortableContext items={order} strategy={verticalListSortingStrategy}>
          <ol className="flex flex-col gap-2">
            {order.map((name, at) => (
              <OrderedItem
                count={order.length}
                key={name}
                name={name}
                onMove={(to) => move(name, to)}
                place={at}
                question={id}
                text={textOf(name)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p aria-live="polite" className="sr-only">
        {told}
      </p>
    </Group>
  )
}

export default Ordering
