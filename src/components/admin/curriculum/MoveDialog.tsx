'use client'

import { useEffect, useState } from 'react'

import type { Picked } from '@/domain/catalog/curriculum/changes'

import { moveLessons } from '@/domain/catalog/curriculum/arrangement'

import { readCurriculum } from './api'
import { lessonsOf, useBuilder } from './context'
import { Dialog } from './Dialog'
import { copyToStep, moveStep, transferStep } from './steps'

type Named = { id: string; title: string }

const MOST_COURSES = 500

const readCourses = async (): Promise<Named[]> => {
  const asked = `depth=0&draft=true&limit=${MOST_COURSES}&select[title]=true&sort=title&joins=false`
  const answer = await fetch(`/api/courses?${asked}`)

  return answer.ok ? ((await answer.json()) as { docs: Named[] }).docs : []
}

/** The courses of the school but this one. */
const useOtherCourses = (own: string): Named[] => {
  const [courses, setCourses] = useState<Named[]>([])
  useEffect(() => {
    let isCurrent = true
    void readCourses()
      .catch(() => [])
      .then((found) => isCurrent && setCourses(found.filter(({ id }) => id !== own)))

    return () => {
      isCurrent = false
    }
  }, [own])

  return courses
}

/** The sections of the course that is chosen. */
const useSections = (course: string): Named[] => {
  const { curriculum } = useBuilder()
  const [foreign, setForeign] = useState<{ course: string; sections: Named[] } | null>(null)
  const isOwn = course === curriculum.course.id
  useEffect(() => {
    let isCurrent = true
    if (course && !isOwn) {
      void readCurriculum(course)
        .then(({ sections }) => isCurrent && setForeign({ course, sections }))
        .catch(() => undefined)
    }

    return () => {
      isCurrent = false
    }
  }, [course, isOwn])

  return isOwn ? curriculum.sections : foreign?.course === course ? foreign.sections : []
}

/** Where lessons or a section go: another section, or another course of the school. */
export const MoveDialog = ({ about, onClose }: { about: Picked; onClose: () => void }) => {
  const { curriculum, selection, words } = useBuilder()
  const own = curriculum.course
  const courses = useOtherCourses(own.id)
  const moved = curriculum.sections.find(({ id }) => id === about.sections[0])
  const [chosen, setChosen] = useState(moved ? '' : own.id)
  const course = chosen || (courses[0]?.id ?? '')
  const sections = useSections(course)
  const [picked, setPicked] = useState('')
  const section = sections.find(({ id }) => id === picked)?.id ?? sections.at(-1)?.id ?? null
  const lessons = lessonsOf(curriculum.sections, about)
  const begun = course === own.id ? 0 : lessons.filter(({ isBegun }) => isBegun).length
  const to = { course, section: moved ? null : section }
  const title = moved ? words.moveToTitleSection(moved.title) : words.moveToTitle(lessons.length)

  const move = () => {
    onClose()
    selection.clear()
    const there = courses.find(({ id }) => id === course)?.title ?? ''
    if (begun > 0) {
      void curriculum.run(copyToStep(about, to, words.done.copied(lessons.length)))
    } else if (course !== own.id) {
      void curriculum.run(
        transferStep(curriculum, { label: words.done.sent(there), picked: about, to }),
      )
    } else if (section) {
      void curriculum.run(
        moveStep(curriculum.sections, words.done.movedMany(lessons.length), (tree) =>
          moveLessons(tree, { before: null, lessons: about.lessons, section }),
        ),
      )
    }
  }

  return (
    <Dialog
      actions={
        <button
          className="lectern-build__button"
          disabled={!course || (course === own.id && !section)}
          type="submit"
        >
          {begun > 0 ? words.moveCopy : words.move}
        </button>
      }
      onClose={onClose}
      onSubmit={move}
      title={title}
    >
      <label>
        <span>{words.course}</span>
        <select onChange={({ target }) => setChosen(target.value)} value={course}>
          {!moved && <option value={own.id}>{words.moveHere}</option>}
          {courses.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {!moved && sections.length > 0 && (
        <label>
          <span>{words.moveSection}</span>
          <select onChange={({ target }) => setPicked(target.value)} value={section ?? ''}>
            {sections.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {moved && <p>{words.moveSectionLast}</p>}
      {begun > 0 && <p className="lectern-build__warning">{words.moveBegun(begun)}</p>}
    </Dialog>
  )
}
