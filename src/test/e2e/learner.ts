import type { Locator, Page } from 'playwright-core'

import type { Step, Telling } from './story'

import { press } from './press'
import { answersTo, questionsOf } from './studying'

/** Seconds into the video at which the student leaves. */
const LEFT_AT = 3

const secondsOf = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)

const until = (page: Page, seconds: number) =>
  page.waitForFunction(
    (least) => (document.querySelector('video')?.currentTime ?? 0) >= least,
    seconds,
  )

const toNext = async ({ page, t }: Telling): Promise<void> => {
  const here = page.url()
  await page
    .getByRole('link', { name: t('learn.next') })
    .first()
    .click()
  await page.waitForURL((url) => url.href !== here)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** From the thanks to the certificate, as the student goes. */
export const learnerPart = (step: Step): void => {
  step('plays the video', async (now) => {
    const { page, t } = now
    await page.getByRole('link', { name: t('checkout.toCourse') }).click()
    await page.locator('video').waitFor()
    now.lesson = page.url()
    await page
      .getByRole('button', { name: t('learn.player.play'), exact: true })
      .first()
      .click()
    await until(page, LEFT_AT)
  })

  step('keeps the place for another tab', async (now) => {
    const left = await secondsOf(now.page)
    const other = await now.context.newPage()
    await now.page.close({ runBeforeUnload: false })
    const { errors } = now
    now.page = other
    other.on('pageerror', ({ message }) => errors.push(message))
    const goOn = other.getByRole('link', { name: now.t('dashboard.continue') }).first()
    await reloadUntil(other, goOn)
    await goOn.click()
    await until(other, LEFT_AT - 1)
    expect(other.url()).toBe(now.lesson)
    expect(Math.abs((await secondsOf(other)) - left)).toBeLessThan(2)
  })

  step('completes the video by watching it', async ({ page, t }) => {
    await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
      video.muted = true
      video.playbackRate = 8
      await video.play()
    })
    await page.getByText(t('learn.completed'), { exact: true }).first().waitFor()
  })

  step('reads the texts', async (now) => {
    const { page, t } = now
    for (let text = 0; text < 2; text += 1) {
      await toNext(now)
      await press(page.getByRole('button', { name: t('learn.complete') }))
      await page.getByText(t('learn.completed'), { exact: true }).first().waitFor()
    }
  })

  step('fails the quiz, and then passes it', async (now) => {
    const { page, school, t } = now
    await toNext(now)
    await press(page.getByRole('button', { name: t('learn.quiz.start') }))
    await answer(now, { right: false })
    await page.getByRole('heading', { name: t('learn.quiz.failedTitle', { score: 0 }) }).waitFor()
    await page.getByRole('button', { name: t('learn.quiz.retry') }).click()
    await answer(now, { right: true })
    await page.getByRole('heading', { name: t('learn.quiz.passedTitle', { score: 100 }) }).waitFor()
    await page.getByText(t('learn.courseCompletedTitle')).waitFor()
    expect(questionsOf(school).length).toBeGreaterThan(0)
  })

  step('receives a certificate with her name, and its PDF', async ({ name, page, school, t }) => {
    await reloadUntil(page, page.getByRole('heading', { name: t('dashboard.certificates') }))
    const certificate = page
      .locator('a[href^="/certificates/"]:not([href$=".pdf"])')
      .filter({ visible: true })
      .first()
    expect(await certificate.innerText()).toBe(school.courses[0]?.title)
    await certificate.click()
    await page.getByText(t('certificate.validTitle')).waitFor()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    const link = page.getByRole('link', { name: t('certificate.download') })
    const pdf = await page.evaluate(
      async (href) => {
        const answer = await fetch(href)

        return {
          type: answer.headers.get('content-type'),
          begins: (await answer.text()).slice(0, 4),
        }
      },
      (await link.getAttribute('href')) ?? '',
    )
    expect(pdf).toEqual({ type: 'application/pdf', begins: '%PDF' })
  })
}

/** Opens the dashboard until it shows something that a worker, or the last words of a closed page, will bring. */
const reloadUntil = async (page: Page, sight: Locator): Promise<void> => {
  for (let tries = 0; tries < 20; tries += 1) {
    await page.goto('/dashboard', { waitUntil: 'networkidle' })
    if (await sight.isVisible()) {
      return
    }
  }
  throw new Error('The dashboard never showed it.')
}

/** Answers every question of the open attempt, by what the answers say, and hands in. */
const answer = async ({ page, school, t }: Telling, { right }: { right: boolean }) => {
  const handIn = page.getByRole('button', { name: t('learn.quiz.handIn') })
  await handIn.waitFor()
  for (const { prompt } of questionsOf(school)) {
    const question = page.getByRole('group').filter({ hasText: prompt })
    const single = (await question.getByRole('radio').count()) > 0
    const texts = answersTo(questionsOf(school), prompt, { right })
    for (const text of single ? texts.slice(0, 1) : texts) {
      await question.getByLabel(text, { exact: true }).check()
    }
  }
  await handIn.click()
}
