import type { Visitor } from './visitor'

import { make } from './admin'

const paragraph = (text: string) => ({
  root: {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', text, version: 1 }], version: 1 }],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
})

/** A course on sale for nothing, with one lesson: an assignment, as its author would fill it in. */
export const assignmentCourse = async (
  owner: Visitor,
  { assignment, task, title }: { assignment: object; task: string; title: string },
): Promise<{ course: string; lesson: string; slug: string }> => {
  const slug = `work-${Date.now().toString(36)}-${process.pid}`
  const course = await make(owner, 'courses', { slug, _status: 'published', title })
  const section = await make(owner, 'sections', { course, title })
  const lesson = await make(owner, 'lessons', {
    _status: 'published',
    assignment,
    body: paragraph(task),
    completion: { rule: 'passed' },
    course,
    kind: 'assignment',
    section,
    title,
  })
  await make(owner, 'offers', { course, isActive: true, kind: 'free', title })

  return { slug, course, lesson }
}
