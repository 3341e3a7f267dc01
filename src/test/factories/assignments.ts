import type { Endpoint, Payload } from 'payload'

import type { Called } from '@/test/harness'

import { asTenant } from '@/database/scope'
import { requestOf } from '@/test/harness'
import { uploadWorkFile } from '@endpoints/learning/assignments'

import { classrooms } from './learning'

/** The least that an assignment asks, as the text of its lesson. */
export const TASK = {
  root: {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'Draw a cup.', version: 1 }],
        version: 1,
      },
    ],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
}

/** A learner before an assignment. */
export const assignmentRoom = async (
  payload: Payload,
  { assignment, lesson = {} }: { assignment: object; lesson?: object },
) => {
  const rooms = classrooms(payload)
  const room = await rooms.classroom({ lessons: [] })
  const { course, section, tenant } = room

  return {
    ...room,
    lesson: await rooms.lessonIn({
      assignment,
      body: TASK as never,
      course,
      kind: 'assignment',
      section,
      tenant,
      ...lesson,
    }),
  }
}

/** A learner and their assignment. */
export type AssignmentRoom = Awaited<ReturnType<typeof assignmentRoom>>

/** Sends a file as a body of its own, as a browser does; `data` has characters of one byte each. */
export const sendBytes = (
  endpoint: Endpoint,
  {
    data,
    query,
    tenant,
    user,
  }: { data: string; query: Record<string, string>; tenant: string; user: { id: string } },
): Promise<Called> =>
  asTenant(tenant, async () => {
    const bytes = Buffer.from(data, 'latin1')
    const { body } = new Request('http://localhost', {
      body: new Uint8Array(bytes),
      method: 'POST',
    })
    const req = await requestOf(user)
    const answer = await endpoint.handler(
      Object.assign(req, {
        body,
        headers: new Headers({ 'content-length': String(bytes.length) }),
        method: 'POST',
        routeParams: {},
        searchParams: new URLSearchParams(query),
      }),
    )

    return {
      body: (await answer.json()) as unknown,
      headers: answer.headers,
      status: answer.status,
    }
  })

/** Sends a file into the draft of an assignment. */
export const sendFile = (
  { learner, lesson, tenant }: AssignmentRoom,
  { name, data, number = 1 }: { data: string; name: string; number?: number },
): Promise<Called> =>
  sendBytes(uploadWorkFile, {
    data,
    query: { name, lesson, number: String(number) },
    tenant,
    user: learner,
  })
