'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

import type { CurriculumChange, Picked } from '@/domain/catalog/curriculum/changes'
import type { CurriculumSection, CurriculumTree } from '@/domain/catalog/curriculum/tree'

import { readCurriculum, Refused, sendChange } from './api'
import { useWords } from './words'

/** What a step asks of the school, told by the curriculum as it stands then; null where there is nothing to do. */
type Asks = (tree: CurriculumTree) => CurriculumChange | null

/** One thing done to a curriculum, and how it is taken back and done again once it is known what it made. */
export type Step = {
  ask: Asks
  /** What it was, for the toast that offers to undo it; without it nothing is said and nothing can be undone. */
  label?: string
  /** Where it is not this curriculum that is asked. */
  of?: string
  redo?: (made: Picked) => Step[]
  /** What the tree looks like while the school has not answered yet. */
  show?: (sections: CurriculumSection[]) => CurriculumSection[]
  undo?: (made: Picked) => Step[]
}

type Done = { label: string; redo: Step[]; undo: Step[] }

type Waiting = Step & { settle: (made: Picked | null) => void }

export type Status = 'failed' | 'saved' | 'saving'

const tellStatus = (hasFailed: boolean, isBusy: boolean): Status =>
  hasFailed ? 'failed' : isBusy ? 'saving' : 'saved'

const MOST_REMEMBERED = 50

/**
 * A curriculum being built: what is done is shown at once and saved one after the other; what does not reach
 * the school waits to be tried again, what somebody else was faster with is given up for what they did.
 */
export const useCurriculum = (initial: CurriculumTree) => {
  const { i18n } = useTranslation()
  const words = useWords()
  const [tree, setTree] = useState(initial)
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const [hasFailed, setFailed] = useState(false)
  const [done, setDone] = useState<readonly Done[]>([])
  const [undone, setUndone] = useState<readonly Done[]>([])
  const latest = useRef({ isRunning: false, queue: [] as Waiting[], tree: initial })
  const course = initial.course.id

  const refuse = useCallback(
    async (error: Refused) => {
      const { code, tree: told } = error
      const told404 = code === 'notFound' ? words.gone : words.serverError
      toast.error(
        code === 'curriculumChanged'
          ? words.conflict
          : code === 'lessonsBegun'
            ? words.moveBegun(error.count)
            : code === 'lessonsKept'
              ? words.moveKept(error.count)
              : code === 'curriculumFull'
                ? words.full
                : code === 'releaseRefused' && error.reason
                  ? error.reason
                  : told404,
      )
      latest.current.tree = told ?? (await readCurriculum(course).catch(() => latest.current.tree))
    },
    [course, words],
  )

  const runNext = useCallback(
    async ({ ask, of = course }: Step): Promise<Picked | null> => {
      const change = ask(latest.current.tree)
      if (!change) {
        return null
      }
      try {
        const { made, tree: after } = await sendChange(of, change, i18n.language)
        latest.current.tree = of === course ? after : await readCurriculum(course)

        return made
      } catch (error) {
        if (error instanceof Refused) {
          await refuse(error)

          return null
        }
        throw error
      }
    },
    [course, i18n.language, refuse],
  )

  const drain = useCallback(async () => {
    const now = latest.current
    if (now.isRunning) {
      return
    }
    now.isRunning = true
    setFailed(false)
    try {
      for (let step = now.queue[0]; step; step = now.queue[0]) {
        const made = await runNext(step)
        now.queue.shift()
        setTree(now.tree)
        setWaiting([...now.queue])
        step.settle(made)
        // Whoever waited notes what came of it before the next step asks.
        await new Promise((next) => setTimeout(next))
      }
    } catch {
      setFailed(true)
    } finally {
      now.isRunning = false
    }
  }, [runNext])

  const enqueue = useCallback(
    (step: Step): Promise<Picked | null> =>
      new Promise((settle) => {
        latest.current.queue.push({ ...step, settle })
        setWaiting([...latest.current.queue])
        void drain()
      }),
    [drain],
  )

  const all = useCallback(
    (steps: readonly Step[]) => Promise.all(steps.map((step) => enqueue(step))),
    [enqueue],
  )

  const undoOne = useCallback(
    async (one: Done) => {
      setDone((before) => before.filter((other) => other !== one))
      setUndone((before) => [...before, one])
      await all(one.undo)
    },
    [all],
  )

  const run = useCallback(
    async (step: Step): Promise<Picked | null> => {
      const made = await enqueue(step)
      if (made && step.label && step.undo) {
        const again = step.redo?.(made) ?? [{ ask: step.ask, of: step.of, show: step.show }]
        const one = { label: step.label, redo: again, undo: step.undo(made) }
        setDone((before) => [...before.slice(1 - MOST_REMEMBERED), one])
        setUndone([])
        toast.success(step.label, {
          id: 'curriculum-done',
          action: { label: words.undo, onClick: () => void undoOne(one) },
        })
      }

      return made
    },
    [enqueue, undoOne, words],
  )

  const undo = useCallback(() => {
    const last = done.at(-1)
    if (last) {
      toast.info(words.undone(last.label), { id: 'curriculum-done' })
      void undoOne(last)
    }
  }, [done, undoOne, words])

  const redo = useCallback(() => {
    const last = undone.at(-1)
    if (last) {
      setUndone((before) => before.slice(0, -1))
      setDone((before) => [...before, last])
      toast.success(last.label, { id: 'curriculum-done' })
      void all(last.redo)
    }
  }, [all, undone])

  useFreshness({ course, latest, setTree })
  const isBusy = waiting.length > 0
  useLeaving(isBusy)

  const shown = useMemo(
    () => waiting.reduce((sections, { show }) => show?.(sections) ?? sections, tree.sections),
    [tree, waiting],
  )

  return {
    canRedo: undone.length > 0,
    canUndo: done.length > 0,
    course: tree.course,
    redo,
    retry: () => void drain(),
    run,
    sections: shown,
    status: tellStatus(hasFailed, isBusy),
    undo,
  }
}

export type Curriculum = ReturnType<typeof useCurriculum>

/** Looks again when its reader comes back, perhaps from a lesson's editor. */
const useFreshness = ({
  course,
  latest,
  setTree,
}: {
  course: string
  latest: { current: { queue: Waiting[]; tree: CurriculumTree } }
  setTree: (tree: CurriculumTree) => void
}): void => {
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible' || latest.current.queue.length > 0) {
        return
      }
      const fresh = await readCurriculum(course).catch(() => null)
      if (fresh && latest.current.queue.length === 0) {
        latest.current.tree = fresh
        setTree(fresh)
      }
    }
    const listener = () => void look()
    document.addEventListener('visibilitychange', listener)
    window.addEventListener('pageshow', listener)

    return () => {
      document.removeEventListener('visibilitychange', listener)
      window.removeEventListener('pageshow', listener)
    }
  }, [course, latest, setTree])
}

/** Asks before the page is left while something is not saved. */
export const useLeaving = (isBusy: boolean): void => {
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    if (isBusy) {
      window.addEventListener('beforeunload', hold)
    }

    return () => window.removeEventListener('beforeunload', hold)
  }, [isBusy])
}
