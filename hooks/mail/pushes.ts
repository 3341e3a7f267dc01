import { sendPush } from '@/adapters/push'
import { readPush, forgetBrowser } from '@/operations/mail/pushes'
import { reaction } from '@hooks/events/reaction'

/**
 * Has a browser show a notification. Run twice, a browser that is away gets one, and one that is there puts the second in the place of
 * the first. A browser that takes nothing any more is forgotten.
 */
export const sendQueuedPush = reaction({
  name: 'sendQueuedPush',
  on: 'push.queued',
  run: async ({ data: { notification, session }, req, tenant }) => {
    const push = await readPush({ notification, req, session, tenant })
    if (push && (await sendPush(push)) === 'gone') {
      await forgetBrowser({ id: session, endpoint: push.browser.endpoint, req })
    }
  },
  transaction: false,
})
