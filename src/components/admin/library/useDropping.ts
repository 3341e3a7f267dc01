import { useState, type DragEvent } from 'react'

import type { Dropped } from './dropped'

import { droppedFiles } from './dropped'

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** What makes something a place to drop files from the machine on. */
export const useDropping = (onSend: ((files: Dropped[]) => void) | undefined) => {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent, isOn: boolean) => {
    if (onSend && hasFiles(event)) {
      event.preventDefault()
      setOver(isOn)
    }
  }

  return {
    isOver,
    target: {
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) {
          over(event, false)
        }
      },
      onDragOver: (event: DragEvent) => over(event, true),
      onDrop: (event: DragEvent) => {
        if (onSend && hasFiles(event)) {
          event.preventDefault()
          setOver(false)
          void droppedFiles(event.dataTransfer).then(onSend)
        }
      },
    },
  }
}
